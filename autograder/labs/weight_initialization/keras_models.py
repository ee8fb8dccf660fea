"""Keras models out of what came back described (`inside.descriptions`): read with care, since all of it is claimed."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
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
    kernel: np.ndarray = field(default_factory=lambda: np.empty((0, 0)))  # (fan_in, fan_out); empty until built
    bias: np.ndarray | None = None
    initializer: str = ""  # what the layer says of its kernel's


@dataclass(frozen=True)
class KerasModel:
    """A model: all its layers in order, and how it was compiled."""

    built: bool
    layers: tuple[Layer, ...]
    optimizer: str
    loss: str

    @property
    def dense(self) -> tuple[Layer, ...]:
        """Its dense layers."""
        return tuple(layer for layer in self.layers if layer.dense)

    @property
    def others(self) -> tuple[Layer, ...]:
        """Its layers of other kinds."""
        return tuple(layer for layer in self.layers if not layer.dense)

    @property
    def kernels(self) -> tuple[np.ndarray, ...]:
        """Of its dense layers, from the input on."""
        return tuple(layer.kernel for layer in self.dense)


def read_model(value: Any) -> KerasModel | None:
    """The Keras model that an answer describes; None if it describes none."""
    match value:
        case {
            "keras_model": str(), "built": bool(built), "layers": list(described), "optimizer": str(optimizer),
            "loss": str(loss),
        }:  # fmt: skip
            layers = tuple(layer for layer in map(_layer, described) if layer)
            if len(layers) == len(described):
                return KerasModel(built, tuple(_with_activations(layers)), optimizer, loss)
    return None


def _with_activations(layers: Iterable[Layer]) -> list[Layer]:
    """The layers without the input. An activation that stands as a layer of its own is told as that of the one before.

    A linear one changes nothing, wherever it stands.
    """
    found: list[Layer] = []
    for layer in layers:
        activates = not layer.dense and layer.activation is not None
        if activates and found and found[-1].dense and found[-1].activation == "linear":
            found[-1] = replace(found[-1], activation=layer.activation)
        elif layer.kind != "InputLayer" and not (activates and layer.activation == "linear"):
            found.append(layer)
    return found


def _layer(described: Any) -> Layer | None:
    match described:
        case {"kind": str(kind), "weighted": bool(weighted), "activation": None | str() as activation, **rest}:
            plain = Layer(kind, weighted, activation)
            if "dense" not in rest:
                return plain
            match rest:
                case {
                    "units": int(units), "initializer": str(initializer), "kernel": None | np.ndarray() as kernel,
                    "bias": None | np.ndarray() as bias,
                }:  # fmt: skip
                    kernel = plain.kernel if kernel is None else kernel
                    return Layer(kind, weighted, activation, True, units, kernel, bias, initializer)
    return None
