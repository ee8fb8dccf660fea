"""What the lab's own objects and Keras's are, in plain data: called on every answer that is no plain data itself."""

import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import initlab
import numpy as np

# Where activation functions are compared: these differ from each other at one of them or more.
ACTIVATIONS = ("linear", "relu", "sigmoid", "tanh", "softmax", "leaky_relu", "selu", "elu", "relu6", "softplus")
POINTS = ((-8.0, -3.0, -1.0, -0.2, 0.0, 0.3, 1.0, 2.0, 7.0),)
CLOSE = 1e-5  # float32 has 6e-8; functions of this list differ by .01 and more


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
    layers = list(_layers(model))
    return {
        "keras_model": type(model).__name__,
        "built": bool(layers) and all(getattr(layer, "built", True) for layer in layers),
        "layers": [_layer(layer) for layer in layers],
        "optimizer": type(getattr(model, "optimizer", None)).__name__,
        "loss": _loss(getattr(model, "loss", None)),
    }


def _layers(model: Any) -> Iterator[Any]:
    """Its layers, functions that it calls between them, and in the place of a model in it that model's."""
    import keras

    for layer in getattr(model, "operations", model.layers):
        if isinstance(layer, keras.Model):
            yield from _layers(layer)
        else:
            yield layer


def _layer(layer: Any) -> dict[str, Any]:
    """A dense layer with kernel and bias, None where there is none; of any other its kind, and if it has weights."""
    from keras.layers import Activation, Dense, Lambda, Layer, LeakyReLU, ReLU, Softmax

    said = {"kind": type(layer).__name__, "weighted": bool(getattr(layer, "weights", ()))}
    if isinstance(layer, Activation | Lambda | LeakyReLU | ReLU | Softmax) or not isinstance(layer, Layer):
        return said | {"activation": _activation(layer)}
    if not isinstance(layer, Dense):
        return said | {"activation": None}
    return said | {
        "dense": True,
        "activation": _activation(layer.activation),
        "units": int(layer.units),
        "kernel": np.asarray(layer.kernel) if layer.built else None,
        "bias": np.asarray(layer.bias) if layer.built and layer.bias is not None else None,
        "initializer": type(layer.kernel_initializer).__name__,
    }


def _activation(function: Any) -> str:
    """What an activation is called, whatever it is written as: by its values, or else by its own name."""
    if found := next((name for known, name in _known_functions() if known is function), None):
        return found
    try:
        values = np.asarray(function(np.array(POINTS, np.float32)), np.float64)
    except Exception:  # a student's function may do anything; then its name has to do
        values = np.empty(0)
    for name, known in _known_activations().items():
        if values.shape == known.shape and np.allclose(values, known, CLOSE, CLOSE):
            return name
    return _name(function)


@cache
def _known_functions() -> tuple[tuple[Any, str], ...]:
    """Keras's activation functions, and what they are called."""
    import keras

    return tuple((keras.activations.get(name), name) for name in ACTIVATIONS)


@cache
def _known_activations() -> dict[str, np.ndarray]:
    """Keras's activation functions at the points."""
    import keras

    points = np.array(POINTS, np.float32)
    return {name: np.asarray(keras.activations.get(name)(points), np.float64) for name in ACTIVATIONS}


def _loss(loss: Any) -> str:
    """What Keras calls the function of a loss, whatever it is written as and called by the student."""
    import keras

    match loss:
        case [one]:
            return _loss(one)
        case dict() if len(loss) == 1:
            return _loss(*loss.values())
        case str() if not loss.islower():
            try:
                return _loss(keras.losses.get(loss))
            except ValueError:
                return loss
        case keras.losses.Loss():
            name = re.sub("(?<=[a-z])(?=[A-Z])", "_", type(loss).__name__).lower()
            return f"{name} from logits" if getattr(loss, "from_logits", False) is True else name
    return _name(loss)


def _name(function: Any) -> str:
    """What a function, a Keras object or a text calls itself."""
    if isinstance(function, str):
        return function
    return str(getattr(function, "name", None) or getattr(function, "__name__", type(function).__name__))
