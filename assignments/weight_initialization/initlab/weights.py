"""Parameters of a network as explicit data: kernels and biases of many replicas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import DTypeLike, NDArray


@dataclass(frozen=True)
class Weights:
    """All parameters of R replicas of one network; the first axis of every array is the replica.

    `kernels[l]` is (R, fan_in, fan_out) and `biases[l]` is (R, fan_out) for layer l.
    Raises ValueError if the shapes do not fit together.
    """

    kernels: tuple[NDArray, ...]
    biases: tuple[NDArray, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "kernels", tuple(self.kernels))
        object.__setattr__(self, "biases", tuple(self.biases))
        if not self.kernels or len(self.kernels) != len(self.biases):
            raise ValueError(f"{len(self.kernels)} kernels and {len(self.biases)} biases: each layer needs one of both")
        replicas = len(self.kernels[0])
        for layer, (kernel, bias) in enumerate(zip(self.kernels, self.biases, strict=True)):
            if kernel.ndim != 3 or len(kernel) != replicas or bias.shape != (replicas, kernel.shape[-1]):
                raise ValueError(
                    f"layer {layer}: kernels have shape {kernel.shape} and biases {bias.shape}; "
                    f"expected ({replicas}, fan_in, fan_out) and ({replicas}, fan_out), the first axis the replica"
                )

    @property
    def replicas(self) -> int:
        """How many networks these are."""
        return len(self.kernels[0])

    @property
    def widths(self) -> tuple[int, ...]:
        """Units per layer, the input first, for example (4, 64, 64, 3)."""
        return (self.kernels[0].shape[1], *(kernel.shape[2] for kernel in self.kernels))

    @property
    def dtype(self) -> np.dtype:
        """The float type, in which everything with these weights is computed."""
        return self.kernels[0].dtype

    def replica(self, index: int) -> Weights:
        """Network number `index` alone: the same arrays with R = 1 (a view)."""
        if not -self.replicas <= index < self.replicas:
            raise IndexError(f"replica {index} was asked for, but there are {self.replicas} (0 to {self.replicas - 1})")
        index %= self.replicas
        return self.some(slice(index, index + 1))

    def some(self, which: slice) -> Weights:
        """The replicas in a slice (a view)."""
        return Weights(tuple(k[which] for k in self.kernels), tuple(b[which] for b in self.biases))

    def astype(self, dtype: DTypeLike) -> Weights:
        """A copy in another float type; float32 trains about twice as fast as float64."""
        return Weights(tuple(k.astype(dtype) for k in self.kernels), tuple(b.astype(dtype) for b in self.biases))

    def vectors(self) -> NDArray:
        """Every replica's parameters as one row, (R, parameters): layer by layer, kernel before bias."""
        arrays = [array for layer in zip(self.kernels, self.biases, strict=True) for array in layer]
        return np.concatenate([array.reshape(self.replicas, -1) for array in arrays], axis=1)


def weights_from_vectors(vectors: NDArray, widths: Sequence[int]) -> Weights:
    """The inverse of `Weights.vectors`: rows (R, parameters) for a network with these widths."""
    kernels, biases, start = [], [], 0
    for fan_in, fan_out in pairwise(widths):
        middle, stop = start + fan_in * fan_out, start + (fan_in + 1) * fan_out
        kernels.append(vectors[:, start:middle].reshape(-1, fan_in, fan_out))
        biases.append(vectors[:, middle:stop])
        start = stop
    return Weights(tuple(kernels), tuple(biases))


def join(several: Sequence[Weights]) -> Weights:
    """Put the replicas of several `Weights` of the same network into one."""
    layers = range(len(several[0].kernels))
    return Weights(
        tuple(np.concatenate([weights.kernels[layer] for weights in several]) for layer in layers),
        tuple(np.concatenate([weights.biases[layer] for weights in several]) for layer in layers),
    )


def empty_buffer(widths: Sequence[int], replicas: int, dtype: DTypeLike) -> tuple[NDArray, Weights]:
    """One flat array for all parameters, and `Weights` that are views of it: an optimizer updates all in one
    go.
    """
    sizes = [(fan_in + 1) * fan_out for fan_in, fan_out in pairwise(widths)]
    buffer = np.zeros(replicas * sum(sizes), dtype)
    kernels, biases, start = [], [], 0
    for fan_in, fan_out in pairwise(widths):
        middle, stop = start + replicas * fan_in * fan_out, start + replicas * (fan_in + 1) * fan_out
        kernels.append(buffer[start:middle].reshape(replicas, fan_in, fan_out))
        biases.append(buffer[middle:stop].reshape(replicas, fan_out))
        start = stop
    return buffer, Weights(tuple(kernels), tuple(biases))


def copy_into(target: Weights, source: Weights) -> None:
    """Write the values of `source` into the arrays of `target`."""
    for to, values in zip(target.kernels + target.biases, source.kernels + source.biases, strict=True):
        to[...] = values
