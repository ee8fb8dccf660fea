"""Keras models out of what came back described (`inside.descriptions`): read with care, since all of it is claimed."""

from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Layer:
    """One layer. Only a dense one has units, and once it is built a kernel and perhaps a bias."""

    kind: str
    weighted: bool
    activation: str | None
    dense: bool = False
    units: int = 0
    kernel: np.ndarray | None = None
    bias: np.ndarray | None = None
    initializer: str = ""


@dataclass(frozen=True)
class KerasModel:
    """A model: all its layers in order, and how it was compiled."""

    kind: str
    built: bool
    layers: tuple[Layer, ...]
    optimizer: str
    loss: str

    @property
    def dense(self) -> tuple[Layer, ...]:
        """Its dense layers."""
        return tuple(layer for layer in self.layers if layer.dense)


def read_model(value: Any) -> KerasModel | None:
    """The Keras model that an answer describes; None if it describes none."""
    match value:
        case {
            "keras_model": str(kind), "built": bool(built), "layers": list(layers), "optimizer": str(optimizer),
            "loss": str(loss),
        }:  # fmt: skip
            read = [_layer(layer) for layer in layers]
            if None not in read:
                return KerasModel(kind, built, tuple(layer for layer in read if layer), optimizer, loss)
    return None


def _layer(described: Any) -> Layer | None:
    match described:
        case {"kind": str(kind), "weighted": bool(weighted), "activation": None | str() as activation, **rest}:
            if "dense" not in rest:
                return Layer(kind, weighted, activation)
            match rest:
                case {
                    "units": int(units), "initializer": str(initializer), "kernel": None | np.ndarray() as kernel,
                    "bias": None | np.ndarray() as bias,
                }:  # fmt: skip
                    return Layer(kind, weighted, activation, True, units, kernel, bias, initializer)
    return None
