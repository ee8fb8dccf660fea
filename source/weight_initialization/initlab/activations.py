"""Activation functions: their values and derivatives, found by name.

Every derivative here can be computed from the *value* of the activation, so training keeps one array per
layer, not two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, reduce

import numpy as np
from numpy.typing import ArrayLike, NDArray

# Klambauer et al. 2017, "Self-Normalizing Neural Networks", equation 14.
SELU_SCALE = 1.0507009873554805
SELU_ALPHA = 1.6732632423543772

#: Slope of the leaky ReLU for negative inputs unless another is asked for (Maas et al. 2013). Keras's layer has 0.3,
#: its function 0.2.
LEAKY_RELU_SLOPE = 0.01


@dataclass(frozen=True)
class Activation:
    """An activation function. Call it for the value: ``activation("tanh")(z)``.

    `value(z, out)` writes f(z) into `out` (which may be `z` itself); `slope(a, out)` writes the derivative
    f'(z), computed from the value a = f(z), into `out` (which may be `a`).
    """

    name: str
    value: Callable[[NDArray, NDArray], object]
    slope: Callable[[NDArray, NDArray], object]

    def __call__(self, z: ArrayLike) -> NDArray:
        """f(z), elementwise, for pre-activations `z` of any shape."""
        z = _as_float(z)
        out = np.empty_like(z)
        with np.errstate(over="ignore"):
            self.value(z, out)
        return out

    def derivative(self, z: ArrayLike) -> NDArray:
        """f'(z), elementwise. At the kink z = 0: ReLU 0, leaky ReLU its slope, SELU its scale (as in
        Keras).
        """
        a = self(z)
        out = np.empty_like(a)
        self.slope(a, out)
        return out

    def __repr__(self) -> str:
        return f"activation({self.name!r})"


def activation(name: str, *, negative_slope: float | None = None) -> Activation:
    """The activation function called `name`: linear, relu, leaky_relu, tanh, sigmoid or selu.

    `negative_slope` belongs to leaky_relu only (at least 0; 0.01 unless given).
    Raises ValueError for an unknown name, or a slope that does not fit.
    """
    if name == "leaky_relu":
        return _leaky_relu(LEAKY_RELU_SLOPE if negative_slope is None else negative_slope)
    if negative_slope is not None:
        raise ValueError(f"negative_slope is for 'leaky_relu' only, but the activation is {name!r}")
    if name not in _BY_NAME:
        raise ValueError(f"no activation is called {name!r}; known are: {', '.join(activation_names())}")
    return _BY_NAME[name]


def activation_names() -> tuple[str, ...]:
    """Every name that `activation` knows."""
    return (*_BY_NAME, "leaky_relu")


def softmax(logits: ArrayLike) -> NDArray:
    """Probabilities exp(z_k) / sum_j exp(z_j) over the last axis, computed without overflow."""
    logits = _as_float(logits)
    out = np.empty_like(logits)
    softmax_into(logits, out)
    return out


def log_softmax(logits: ArrayLike) -> NDArray:
    """The logarithm of `softmax`, over the last axis; finite where softmax itself would round to 0."""
    z = _as_float(logits)
    z = z - largest(z)
    return z - np.log(total(np.exp(z)))


def softmax_into(logits: NDArray, out: NDArray) -> None:
    """Write softmax(logits) into `out`, which may be `logits` itself."""
    np.subtract(logits, largest(logits), out=out)
    np.exp(out, out=out)
    out /= total(out)


def largest(z: NDArray) -> NDArray:
    """The maximum over the last axis, kept as an axis of length 1."""
    if z.shape[-1] > 16:
        return z.max(axis=-1, keepdims=True)
    # NumPy reduces short rows one by one: for three classes going by columns is over ten times faster.
    return reduce(np.maximum, (z[..., k : k + 1] for k in range(z.shape[-1])))


def total(z: NDArray) -> NDArray:
    """The sum over the last axis, kept as an axis of length 1; as a product, which is faster for short
    rows.
    """
    return z @ np.ones((z.shape[-1], 1), z.dtype)


def sigmoid_into(z: NDArray, out: NDArray) -> None:
    """Write 1 / (1 + exp(-z)) into `out`. Far below zero exp overflows to infinity and the result is 0, as it
    should be.
    """
    np.negative(z, out=out)
    np.exp(out, out=out)
    out += 1
    np.reciprocal(out, out=out)


def linear_into(z: NDArray, out: NDArray) -> None:
    """Write `z` into `out`."""
    if out is not z:
        np.copyto(out, z)


def _sigmoid_slope(a: NDArray, out: NDArray) -> None:
    np.multiply(a, 1 - a, out=out)


def _linear_slope(a: NDArray, out: NDArray) -> None:
    out.fill(1)


def _relu(z: NDArray, out: NDArray) -> None:
    np.maximum(z, 0, out=out)


def _relu_slope(a: NDArray, out: NDArray) -> None:
    np.greater(a, 0, out=out)


def _tanh_slope(a: NDArray, out: NDArray) -> None:
    np.subtract(1, a * a, out=out)


def _selu(z: NDArray, out: NDArray) -> None:
    negative = np.minimum(z, 0, out=np.empty_like(z))
    np.expm1(negative, out=negative)
    negative *= SELU_ALPHA
    np.maximum(z, 0, out=out)
    out += negative
    out *= SELU_SCALE


def _selu_slope(a: NDArray, out: NDArray) -> None:
    out[...] = np.where(a < 0, a + SELU_SCALE * SELU_ALPHA, SELU_SCALE)


def _leaky_relu(slope: float) -> Activation:
    if not 0 <= slope < np.inf:
        raise ValueError(f"negative_slope must be a number that is not negative, got {slope!r}")
    return Activation("leaky_relu", partial(_leaky_value, slope), partial(_leaky_slope, slope))


def _leaky_value(slope: float, z: NDArray, out: NDArray) -> None:
    np.multiply(z, np.where(z > 0, z.dtype.type(1), z.dtype.type(slope)), out=out)


def _leaky_slope(slope: float, a: NDArray, out: NDArray) -> None:
    out[...] = np.where(a > 0, a.dtype.type(1), a.dtype.type(slope))


def _as_float(z: ArrayLike) -> NDArray:
    z = np.asarray(z)
    return z if z.dtype.kind == "f" else z.astype(np.float64)


_BY_NAME = {
    "linear": Activation("linear", linear_into, _linear_slope),
    "relu": Activation("relu", _relu, _relu_slope),
    "tanh": Activation("tanh", lambda z, out: np.tanh(z, out=out), _tanh_slope),
    "sigmoid": Activation("sigmoid", sigmoid_into, _sigmoid_slope),
    "selu": Activation("selu", _selu, _selu_slope),
}
