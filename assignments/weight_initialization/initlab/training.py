"""Training many replicas of a network at once, on the same batches.

Replicas do not touch each other, so a few at a time go through all epochs: few enough that their weights,
gradients and optimizer state stay in the processor's cache. That, and writing into the same arrays at every
step, is what makes this fast; the numbers do not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .data import Data
from .network import Network
from .optimizers import Adam, Optimizer, Step
from .passes import Trace, backward_pass, empty_layers, forward_pass
from .progress import track
from .weights import Weights, copy_into, empty_buffer

#: Bytes of weights, gradients, moments and activations that are worked on together: a part of a usual level 2
#: cache.
_CACHE_BYTES = 2_000_000


@dataclass(frozen=True)
class Run:
    """What a training produced. Index 0 of the second axis is before training, index e is after e epochs.

    `weights` are the final ones; `losses` and `accuracies` are (R, epochs + 1), over all training samples.
    The `validation_` arrays are the same over the validation data (None without it); `path[e]` are the
    weights after e epochs (None unless asked for). Accuracies are NaN for output='linear'. Losses that
    overflow are inf or NaN.
    """

    weights: Weights
    losses: NDArray
    accuracies: NDArray
    validation_losses: NDArray | None = None
    validation_accuracies: NDArray | None = None
    path: tuple[Weights, ...] | None = None

    @property
    def epochs(self) -> int:
        """How many times training went through the data."""
        return self.losses.shape[1] - 1


def train(
    network: Network,
    weights: Weights,
    data: Data,
    *,
    epochs: int,
    batch_size: int = 32,
    optimizer: Optimizer | None = None,
    rng: np.random.Generator | None = None,
    order: ArrayLike | None = None,
    validation: Data | None = None,
    keep_path: bool = False,
    progress: bool = False,
) -> Run:
    """Train all replicas of `weights` on `data`, without changing `weights`, in the float type they have.

    Every epoch goes once through the samples in an order drawn from `rng`, the same for all replicas, in
    batches of `batch_size` (the last may be smaller). `order`, (epochs, n) sample numbers, replaces the
    drawing. The optimizer is Adam() unless given, and starts afresh. Raises ValueError if the arguments do
    not fit together.
    """
    order = _checked_order(len(data), epochs, rng, order)
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    optimizer = Adam() if optimizer is None else optimizer
    sets = [_samples(network, weights, d) for d in (data, *([] if validation is None else [validation]))]
    curves = [(np.empty((weights.replicas, epochs + 1)), np.empty((weights.replicas, epochs + 1))) for _ in sets]
    path = [
        empty_buffer(network.widths, weights.replicas, weights.dtype)[1] for _ in range(epochs + 1 if keep_path else 1)
    ]

    chunks = list(_chunks(network, weights, min(batch_size, len(data))))
    with track(len(chunks) * epochs, "training", progress) as advance, np.errstate(all="ignore"):
        for chunk in chunks:
            trainer = _Trainer(network, weights.some(chunk), optimizer)
            for epoch in range(epochs + 1):
                if epoch:
                    trainer.epoch(*sets[0], order[epoch - 1], batch_size)
                    advance()
                for (losses, accuracies), samples in zip(curves, sets, strict=True):
                    losses[chunk, epoch], accuracies[chunk, epoch] = trainer.evaluate(*samples)
                if keep_path or epoch == epochs:
                    copy_into(path[epoch if keep_path else 0].some(chunk), trainer.weights)

    (losses, accuracies), *held_out = curves
    return Run(
        weights=path[-1],
        losses=losses,
        accuracies=accuracies,
        validation_losses=held_out[0][0] if held_out else None,
        validation_accuracies=held_out[0][1] if held_out else None,
        path=tuple(path) if keep_path else None,
    )


def draw_order(n: int, epochs: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """The sample numbers 0..n-1 in a new random order for each epoch, (epochs, n); `train` draws exactly
    this.
    """
    return np.array([rng.permutation(n) for _ in range(epochs)], dtype=np.int64).reshape(epochs, n)


class _Trainer:
    """A few replicas, their optimizer state, and the arrays that every step writes into."""

    def __init__(self, network: Network, weights: Weights, optimizer: Optimizer) -> None:
        self.network = network
        parameters, self.weights = empty_buffer(network.widths, weights.replicas, weights.dtype)
        copy_into(self.weights, weights)
        self.gradient, self.gradients = empty_buffer(network.widths, weights.replicas, weights.dtype)
        self.step: Step = optimizer.start(parameters)
        self.arrays: dict[int, _Arrays] = {}

    def epoch(self, inputs: NDArray, targets: NDArray, order: NDArray, batch_size: int) -> None:
        """One optimizer step for each batch of the samples in this order."""
        network = self.network
        for start in range(0, len(order), batch_size):
            batch = order[start : start + batch_size]
            trace = self._forward(inputs[batch])
            deltas = self._arrays(len(batch)).deltas
            network.head.activate(trace.logits, trace.outputs)
            network.head.delta(trace.outputs, targets[batch], deltas[-1])
            # After its product with delta an activation is not needed again: its array takes the derivative.
            backward_pass(network.hidden, self.weights, trace, deltas, self.gradients, trace.activations)
            self.step(self.gradient)

    def evaluate(self, inputs: NDArray, targets: NDArray) -> tuple[NDArray, NDArray | float]:
        """Loss and accuracy of each replica over these samples."""
        head, logits = self.network.head, self._forward(inputs).logits
        if head.name == "linear":
            return head.loss(logits, targets), np.nan
        right = head.classes(logits) == head.classes(
            targets - 0.5
        )  # the targets as logits: above 0 for the right class
        return head.loss(logits, targets), right.mean(axis=-1)

    def _forward(self, inputs: NDArray) -> Trace:
        arrays = self._arrays(len(inputs))
        trace = Trace(inputs, arrays.pre_activations, arrays.activations)
        forward_pass(self.network.hidden, self.weights, trace)
        return trace

    def _arrays(self, n: int) -> _Arrays:
        if n not in self.arrays:
            self.arrays[n] = _Arrays.empty(self.network, self.weights, n)
        return self.arrays[n]


@dataclass(frozen=True)
class _Arrays:
    """Room for passes with n samples: as in `Trace`, but a hidden layer's activation overwrites its
    pre-activation.
    """

    pre_activations: tuple[NDArray, ...]
    activations: tuple[NDArray, ...]
    deltas: tuple[NDArray, ...]

    @classmethod
    def empty(cls, network: Network, weights: Weights, n: int) -> _Arrays:
        layers, deltas = (empty_layers(network.widths, weights.replicas, n, weights.dtype) for _ in range(2))
        return cls(layers, (*layers[:-1], np.empty_like(layers[-1])), deltas)


def _chunks(network: Network, weights: Weights, batch_size: int) -> Iterator[slice]:
    """The replicas, in slices of which each fits in the cache."""
    parameters = sum((fan_in + 1) * fan_out for fan_in, fan_out in network.shapes)
    numbers = 4 * parameters + 2 * batch_size * sum(network.widths[1:])
    size = max(1, _CACHE_BYTES // (numbers * weights.dtype.itemsize))
    for start in range(0, weights.replicas, size):
        yield slice(start, min(start + size, weights.replicas))


def _samples(network: Network, weights: Weights, data: Data) -> tuple[NDArray, NDArray]:
    """Inputs and targets in the weights' float type, checked against the network."""
    inputs = network.checked_inputs(weights, data.inputs)
    return inputs, network.checked_targets(inputs, data.labels)


def _checked_order(n: int, epochs: int, rng: np.random.Generator | None, order: ArrayLike | None) -> NDArray[np.int64]:
    if epochs < 0:
        raise ValueError(f"epochs must not be negative, got {epochs}")
    if (rng is None) == (order is None):
        raise ValueError("give either rng, from which the order of the samples is drawn, or that order itself")
    if rng is not None:
        return draw_order(n, epochs, rng)
    given = np.asarray(order)
    if given.shape != (epochs, n) or not np.array_equal(np.sort(given, axis=1), np.tile(np.arange(n), (epochs, 1))):
        raise ValueError(f"order must have shape ({epochs}, {n}), each row holding the numbers 0 to {n - 1} once")
    return given.astype(np.int64)
