"""Losses and what belongs to them: the output activation, the targets, and the gradient at the logits.

Arrays are (..., n, k): any leading axes (replicas), n samples, k output units. Losses are means over the n
samples.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from .activations import largest, linear_into, sigmoid_into, softmax_into, total


@dataclass(frozen=True)
class Output:
    """What the last layer does.

    `activate(logits, out)` writes the network's outputs; `loss(logits, targets)` has shape (...,); `slope` is
    the factor in d loss / d logits = slope(n, k) * (outputs - targets), which has this form for all three.
    """

    name: str
    activate: Callable[[NDArray, NDArray], object]
    loss: Callable[[NDArray, NDArray], NDArray]
    slope: Callable[[int, int], float]

    def delta(self, outputs: NDArray, targets: NDArray, out: NDArray) -> None:
        """Write the gradient of the mean loss with respect to the logits, (..., n, k), into `out`."""
        n, k = outputs.shape[-2:]
        np.subtract(outputs, targets, out=out)
        out *= self.slope(n, k)

    def targets(self, labels: ArrayLike, units: int, dtype: DTypeLike) -> NDArray:
        """Labels as an array (n, units) to compare outputs with: one-hot rows for softmax, one column
        otherwise.

        Labels are (n,) integers: 0..units-1 for softmax, 0 or 1 for sigmoid. For linear they are numbers,
        (n,) or (n, units). Raises ValueError if they are not.
        """
        labels = np.asarray(labels)
        if self.name == "linear":
            return _columns(labels, units).astype(dtype)
        classes = units if self.name == "softmax" else 2
        _check_labels(labels, classes, self.name)
        if self.name == "softmax":
            return np.eye(units, dtype=dtype)[labels.astype(np.int64)]
        return labels[:, None].astype(dtype)

    def classes(self, logits: NDArray) -> NDArray[np.int64]:
        """The predicted class of each sample, (..., n): the largest logit, or for sigmoid whether it is above
        zero.
        """
        if self.name == "linear":
            raise ValueError("a network with output='linear' predicts numbers, not classes; use forward(...).outputs")
        if self.name == "softmax":
            return logits.argmax(axis=-1)
        return (logits[..., 0] > 0).astype(np.int64)


def categorical_cross_entropy(logits: ArrayLike, labels: ArrayLike) -> NDArray:
    """Mean of -log softmax(logits)[label] over the samples, for logits (..., n, k) and integer labels (n,);
    shape (...,).
    """
    logits = np.asarray(logits, dtype=np.float64)
    return _softmax_loss(logits, SOFTMAX.targets(labels, logits.shape[-1], logits.dtype))


def binary_cross_entropy(logits: ArrayLike, labels: ArrayLike) -> NDArray:
    """Mean of -log P(label) over the samples, P(1) = sigmoid(logit), for logits (..., n, 1) and labels (n,)
    of 0 and 1.
    """
    logits = np.asarray(logits, dtype=np.float64)
    return _sigmoid_loss(logits, SIGMOID.targets(labels, 1, logits.dtype))


def mean_squared_error(outputs: ArrayLike, targets: ArrayLike) -> NDArray:
    """Mean of (output - target)^2 over samples and units, for outputs (..., n, k) and targets (n, k), or (n,)
    if k = 1.
    """
    outputs = np.asarray(outputs, dtype=np.float64)
    return _linear_loss(outputs, LINEAR.targets(targets, outputs.shape[-1], outputs.dtype))


def output_named(name: str) -> Output:
    """The output called softmax, sigmoid or linear. Raises ValueError for another name."""
    if name not in OUTPUTS:
        raise ValueError(f"no output is called {name!r}; known are: {', '.join(OUTPUTS)}")
    return OUTPUTS[name]


def _softmax_loss(logits: NDArray, targets: NDArray) -> NDArray:
    shifted = logits - largest(logits)
    chosen = np.einsum("...nk,nk->...", shifted, targets) / len(targets)
    np.exp(shifted, out=shifted)
    return np.log(total(shifted)).mean(axis=(-2, -1)) - chosen


def _sigmoid_loss(logits: NDArray, targets: NDArray) -> NDArray:
    # max(z, 0) - z t + log(1 + exp(-|z|)) is the same loss, and neither exp nor log can overflow.
    return (np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))).mean(axis=(-2, -1))


def _linear_loss(outputs: NDArray, targets: NDArray) -> NDArray:
    return np.square(outputs - targets).mean(axis=(-2, -1))


def _columns(labels: NDArray, units: int) -> NDArray:
    columns = labels[:, None] if labels.ndim == 1 else labels
    if columns.ndim != 2 or columns.shape[1] != units:
        raise ValueError(f"targets have shape {labels.shape}, but the output layer has {units} unit(s)")
    return columns


def _check_labels(labels: NDArray, classes: int, output: str) -> None:
    if labels.ndim != 1:
        raise ValueError(
            f"labels must be one integer per sample, shape (n,), but have shape {labels.shape}; not one-hot"
        )
    if labels.size and (labels.min() < 0 or labels.max() >= classes or np.any(labels != np.floor(labels))):
        raise ValueError(
            f"labels must be integers from 0 to {classes - 1} for this {output} output, "
            f"but lie between {labels.min()} and {labels.max()}"
        )


SOFTMAX = Output("softmax", softmax_into, _softmax_loss, lambda n, k: 1 / n)
SIGMOID = Output("sigmoid", sigmoid_into, _sigmoid_loss, lambda n, k: 1 / (n * k))
LINEAR = Output("linear", linear_into, _linear_loss, lambda n, k: 2 / (n * k))
OUTPUTS = {output.name: output for output in (SOFTMAX, SIGMOID, LINEAR)}
