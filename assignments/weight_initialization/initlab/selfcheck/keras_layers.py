"""The layers of a Keras model: which are dense, and which activation each has."""

from typing import Any


def dense(model: Any) -> list[Any]:
    """Its dense layers."""
    return [layer for layer in model.layers if type(layer).__name__ == "Dense"]


def activations(model: Any) -> list[str]:
    """The activation of each dense layer, whether it is its own or that of a layer after it."""
    names: list[str] = []
    for layer in model.layers:
        kind = type(layer).__name__
        if kind == "Dense":
            names.append(_name(layer.activation))
        elif names and names[-1] == "linear" and kind in ("Activation", "ReLU", "Softmax"):
            names[-1] = _name(layer.activation) if kind == "Activation" else kind.lower()
    return names


def _name(activation: Any) -> str:
    """What an activation calls itself, a function, or a layer that stands for one."""
    name = getattr(activation, "__name__", None) or type(activation).__name__.lower()
    return _name(activation.activation) if name == "activation" else name
