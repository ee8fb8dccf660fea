"""What the lab's own objects and Keras's are, in plain data: called on every answer that is no plain data itself."""

import sys
from typing import Any

import initlab
import numpy as np


def describe(value: Any) -> dict[str, Any] | None:
    """A `Run`, `Weights`, Keras model or Keras initializer as a dictionary; None for anything else."""
    match value:
        case initlab.Run():
            return {"losses": value.losses, "weights": value.weights}
        case initlab.Weights():
            return {"kernels": list(value.kernels), "biases": list(value.biases)}
    keras = sys.modules.get("keras")  # whoever made a Keras object has imported it
    if keras is None:
        return None
    if isinstance(value, keras.Model):
        return _model(value)
    if isinstance(value, keras.initializers.Initializer):
        return {"keras_initializer": type(value).__name__}
    return None


def _model(model: Any) -> dict[str, Any]:
    """Its layers in order, each with what it says of itself; how it was compiled."""
    return {
        "keras_model": type(model).__name__,
        "built": bool(model.layers) and all(layer.built for layer in model.layers),
        "layers": [_layer(layer) for layer in model.layers],
        "optimizer": type(getattr(model, "optimizer", None)).__name__,
        "loss": _name(getattr(model, "loss", None)),
    }


def _layer(layer: Any) -> dict[str, Any]:
    """A dense layer with kernel and bias, None where there is none; of any other its kind, and if it has weights."""
    from keras.layers import Dense

    said = {"kind": type(layer).__name__, "weighted": bool(layer.weights)}
    if not isinstance(layer, Dense):
        return said | {"activation": _name(layer.activation) if hasattr(layer, "activation") else None}
    return said | {
        "dense": True,
        "activation": str(getattr(layer.activation, "__name__", type(layer.activation).__name__)),
        "units": int(layer.units),
        "kernel": np.asarray(layer.kernel) if layer.built else None,
        "bias": np.asarray(layer.bias) if layer.built and layer.bias is not None else None,
        "initializer": type(layer.kernel_initializer).__name__,
    }


def _name(function: Any) -> str:
    """What a function, a Keras object or a text calls itself."""
    if isinstance(function, str):
        return function
    return str(getattr(function, "name", None) or getattr(function, "__name__", type(function).__name__))
