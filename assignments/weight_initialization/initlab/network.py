"""A small dense network whose initialization, forward and backward pass work on many replicas at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from .activations import Activation
from .activations import activation as activation_named
from .losses import OUTPUTS, Output, output_named
from .passes import Gradients, Trace, backward_pass, empty_layers, forward_pass
from .weights import Weights

#: The student's function: (shape, rng) -> array of that shape, where shape is (fan_in, fan_out).
Initializer = Callable[[tuple[int, int], np.random.Generator], NDArray]


@dataclass(frozen=True)
class Network:
    """The shape of a dense network; it holds no weights.

    `widths` are the units per layer, the input first: (4, 64, 64, 3). `activation` is that of all hidden
    layers, a name or `activation("leaky_relu", negative_slope=0.2)`. `output` is "softmax" (with
    cross-entropy), "sigmoid" (one unit, binary cross-entropy) or "linear" (mean squared error). Raises
    ValueError if these are unknown or do not fit together.
    """

    widths: tuple[int, ...]
    activation: str | Activation
    output: str = "softmax"

    def __post_init__(self) -> None:
        object.__setattr__(self, "widths", tuple(int(width) for width in self.widths))
        if len(self.widths) < 2 or min(self.widths) < 1:
            raise ValueError(
                f"widths must be at least an input and an output width, all positive, but are {self.widths}"
            )
        output_named(self.output)
        if self.output == "sigmoid" and self.widths[-1] != 1:
            raise ValueError(
                f"a sigmoid output has one unit, but the last width is {self.widths[-1]}; or use 'softmax'"
            )
        if self.output == "softmax" and self.widths[-1] < 2:
            raise ValueError("a softmax output needs one unit per class, at least 2; for one unit use 'sigmoid'")
        if isinstance(self.activation, str):
            object.__setattr__(self, "activation", activation_named(self.activation))

    @property
    def shapes(self) -> tuple[tuple[int, int], ...]:
        """(fan_in, fan_out) of each layer's kernel."""
        return tuple(pairwise(self.widths))

    @property
    def hidden(self) -> Activation:
        """The activation function of the hidden layers."""
        assert isinstance(self.activation, Activation)
        return self.activation

    @property
    def head(self) -> Output:
        """The output layer's activation and loss."""
        return OUTPUTS[self.output]

    def initialize(
        self,
        initializer: Initializer | Sequence[Initializer],
        rng: np.random.Generator,
        replicas: int = 1,
        dtype: DTypeLike = np.float64,
    ) -> Weights:
        """Draw the kernels of `replicas` networks: one call `initializer((fan_in, fan_out), rng)` per kernel.

        Replica 0 is drawn first, from the first layer to the last. Biases are zero. A list of initializers
        gives each layer its own. Raises ValueError, naming the layer, if a call does not return numbers of
        the right shape.
        """
        if replicas < 1:
            raise ValueError(f"replicas must be at least 1, got {replicas}")
        if not isinstance(rng, np.random.Generator):
            raise TypeError(f"rng must be a generator, for example np.random.default_rng(1), not {type(rng).__name__}")
        each = [initializer] * len(self.shapes) if callable(initializer) else list(initializer)
        if len(each) != len(self.shapes):
            raise ValueError(
                f"{len(each)} initializers for {len(self.shapes)} layers; give one function, or one per layer"
            )
        kernels = tuple(np.empty((replicas, *shape), dtype) for shape in self.shapes)
        for replica in range(replicas):
            for layer, shape in enumerate(self.shapes):
                kernels[layer][replica] = _checked(each[layer](shape, rng), shape, layer)
        return Weights(kernels, tuple(np.zeros((replicas, fan_out), dtype) for _, fan_out in self.shapes))

    def forward(self, weights: Weights, inputs: ArrayLike) -> Trace:
        """Pre-activations and activations of every layer, for inputs (n, features)."""
        inputs = self.checked_inputs(weights, inputs)
        z, a = (empty_layers(self.widths, weights.replicas, len(inputs), weights.dtype) for _ in range(2))
        trace = Trace(inputs, z, a)
        with np.errstate(all="ignore"):
            forward_pass(self.hidden, weights, trace)
            self.head.activate(trace.logits, trace.outputs)
        return trace

    def backward(self, weights: Weights, trace: Trace, delta: ArrayLike) -> Gradients:
        """Propagate `delta`, a gradient with respect to the logits (R, n, outputs), back through every layer.

        Use it to send any signal back; for the gradient of the loss use `gradients`. Its `losses` are NaN.
        """
        deltas = tuple(np.empty_like(a) for a in trace.activations)
        deltas[-1][...] = delta
        empty = Weights(tuple(map(np.empty_like, weights.kernels)), tuple(map(np.empty_like, weights.biases)))
        scratch = tuple(map(np.empty_like, trace.activations))
        with np.errstate(all="ignore"):
            backward_pass(self.hidden, weights, trace, deltas, empty, scratch)
        return Gradients(np.full(weights.replicas, np.nan), empty.kernels, empty.biases, deltas)

    def gradients(self, weights: Weights, inputs: ArrayLike, labels: ArrayLike) -> Gradients:
        """Loss per replica, and the gradients of this mean loss over the n samples for all kernels, biases
        and deltas.
        """
        trace = self.forward(weights, inputs)
        targets = self.checked_targets(trace.inputs, labels)
        delta = np.empty_like(trace.logits)
        with np.errstate(all="ignore"):
            self.head.delta(trace.outputs, targets, delta)
            losses = self.head.loss(trace.logits, targets)
        back = self.backward(weights, trace, delta)
        return Gradients(losses, back.kernels, back.biases, back.deltas)

    def loss(self, weights: Weights, inputs: ArrayLike, labels: ArrayLike) -> NDArray:
        """Mean loss over the samples, per replica, (R,), in nats for cross-entropies."""
        trace = self.forward(weights, inputs)
        with np.errstate(all="ignore"):
            return self.head.loss(trace.logits, self.checked_targets(trace.inputs, labels))

    def predict(self, weights: Weights, inputs: ArrayLike) -> NDArray[np.int64]:
        """The predicted class of every sample, (R, n). Raises ValueError for output='linear'."""
        return self.head.classes(self.forward(weights, inputs).logits)

    def accuracy(self, weights: Weights, inputs: ArrayLike, labels: ArrayLike) -> NDArray:
        """Fraction of samples whose class is predicted right, per replica, (R,)."""
        return (self.predict(weights, inputs) == np.asarray(labels)).mean(axis=-1)

    def checked_inputs(self, weights: Weights, inputs: ArrayLike) -> NDArray:
        """Inputs in the weights' float type. Raises ValueError if they or the weights do not fit this
        network.
        """
        inputs = np.asarray(inputs, dtype=weights.dtype)
        if inputs.ndim != 2 or inputs.shape[1] != self.widths[0]:
            raise ValueError(f"inputs have shape {inputs.shape}, but this network takes (n, {self.widths[0]})")
        if weights.widths != self.widths:
            raise ValueError(f"these weights are of a network {weights.widths}, not of {self.widths}")
        return inputs

    def checked_targets(self, inputs: NDArray, labels: ArrayLike) -> NDArray:
        """What the outputs are compared with, (n, outputs). Raises ValueError if the labels do not fit."""
        targets = self.head.targets(labels, self.widths[-1], inputs.dtype)
        if len(targets) != len(inputs):
            raise ValueError(f"{len(inputs)} inputs but {len(targets)} labels")
        return targets


def _checked(kernel: object, shape: tuple[int, int], layer: int) -> NDArray:
    where = f"the initializer, called with shape {shape} for layer {layer},"
    if kernel is None:
        raise ValueError(f"{where} returned None. Does it end with a return statement?")
    try:
        array = np.asarray(kernel, dtype=np.float64)
    except (TypeError, ValueError):
        raise ValueError(f"{where} returned {type(kernel).__name__}; expected an array of numbers") from None
    if array.shape != shape:
        raise ValueError(f"{where} returned an array of shape {array.shape}; expected {shape}, (fan_in, fan_out)")
    if not np.isfinite(array).all():
        raise ValueError(f"{where} returned values that are infinite or not a number")
    return array
