"""What can be said of a student's Keras objects in plain data. Keras is imported when the first one is looked at."""

from collections.abc import Sequence
from typing import Any

import numpy as np


def described(model: Any) -> dict[str, Any]:
    """Whether it is a Keras model, whether it is built, and for each layer with weights its kernel and bias.

    A layer's `bias` is None if it has none, `units` and `activation` are what the layer says of itself.
    """
    import keras

    if not isinstance(model, keras.Model):
        return {"is_model": False, "built": False, "layers": []}
    layers = [layer for layer in model.layers if isinstance(layer, keras.layers.Dense)]
    others = [type(layer).__name__ for layer in model.layers if layer not in layers and layer.weights]
    return {
        "is_model": True,
        "built": bool(model.layers) and all(layer.built for layer in model.layers),
        "others": others,
        "layers": [_dense(layer) for layer in layers],
    }


def drawn_by(initializer: Any, shapes: Sequence[tuple[int, ...]]) -> dict[str, Any]:
    """Whether it is a Keras initializer, and what it returns for these shapes, asked for as Keras asks."""
    import keras

    if not isinstance(initializer, keras.initializers.Initializer):
        return {"is_initializer": False, "arrays": []}
    return {
        "is_initializer": True,
        "arrays": [_numbers(initializer(tuple(shape), dtype="float32")) for shape in shapes],
    }


def as_network(model: Any, inputs: int) -> dict[str, Any]:
    """A stack of dense layers as data: shapes and weights, what each layer is followed by, how it was compiled.

    A model that is not built yet is built for this many inputs. A separate activation layer counts as the activation
    of the dense layer before it; every other kind of layer is named in `others`.
    """
    import keras

    if not isinstance(model, keras.Model):
        return {"kind": type(model).__name__, "is_model": False}
    if not model.built:
        model.build((None, inputs))
    dense: list[dict[str, Any]] = []
    others: list[str] = []
    for layer in model.layers:
        kind = type(layer).__name__
        if isinstance(layer, keras.layers.Dense):
            dense.append(_dense(layer) | {"initializer": type(layer.kernel_initializer).__name__})
        elif kind in ("Activation", "ReLU", "Softmax") and dense and dense[-1]["activation"] == "linear":
            dense[-1]["activation"] = _name(layer.activation) if kind == "Activation" else kind.lower()
        elif kind != "InputLayer":
            others.append(kind)
    return {
        "kind": type(model).__name__,
        "is_model": True,
        "layers": dense,
        "others": others,
        "optimizer": type(getattr(model, "optimizer", None)).__name__,
        "loss": _name(getattr(model, "loss", None)),
    }


def _name(function: Any) -> str:
    """What a function, a Keras object or a text calls itself."""
    if isinstance(function, str):
        return function
    return str(getattr(function, "name", None) or getattr(function, "__name__", type(function).__name__))


def _dense(layer: Any) -> dict[str, Any]:
    return {
        "units": int(layer.units),
        "activation": str(getattr(layer.activation, "__name__", type(layer.activation).__name__)),
        "kernel": _numbers(layer.kernel) if layer.built else None,
        "bias": _numbers(layer.bias) if layer.built and layer.bias is not None else None,
    }


def _numbers(value: Any) -> Any:
    return None if value is None else np.asarray(value)
