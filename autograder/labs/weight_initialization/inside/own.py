"""The student's own helpers asked about what an experiment built on them: what follows from a mistake in one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any


def epochs(compared: Mapping[str, Any], epochs_to_reach: Callable[..., Any], level: float) -> dict[str, Any]:
    """What `epochs_to_reach` says of each compared run."""
    return {name: epochs_to_reach(entry["run"].losses[0], level) for name, entry in compared.items()}


def units(compared: Mapping[str, Any], distinct_units: Callable[..., Any]) -> dict[str, Any]:
    """What `distinct_units` says of each compared run's trained first layer."""
    return {name: distinct_units(entry["run"].weights.kernels[0][0]) for name, entry in compared.items()}


def hidden_units(weights: Sequence[Any], distinct_units: Callable[..., Any]) -> list[list]:
    """What `distinct_units` says of each hidden layer of some networks' weights."""
    return [[distinct_units(kernel[0]) for kernel in each.kernels[:-1]] for each in weights]


def hidden_saturation(
    networks: Sequence[Any], weights: Sequence[Any], data: Any, saturated_fraction: Callable[..., Any]
) -> list[list]:
    """What `saturated_fraction` says of each hidden layer of some networks."""
    traces = [network.forward(each, data.inputs) for network, each in zip(networks, weights, strict=True)]
    return [
        [saturated_fraction(layer[0], network.hidden.name) for layer in trace.activations[:-1]]
        for network, trace in zip(networks, traces, strict=True)
    ]


def first_gradients(
    networks: Sequence[Any], weights: Sequence[Any], data: Any, gradient_norms: Callable[..., Any]
) -> list:
    """The first of what `gradient_norms` gives for some networks."""
    pairs = zip(networks, weights, strict=True)
    return [gradient_norms(network, each, data.inputs, data.labels)[0] for network, each in pairs]


def drawn(random_normal: Callable[..., Any], shape: Sequence[int], scales: Sequence[float], rng: Any) -> list:
    """A kernel of `random_normal` for each scale."""
    return [random_normal(tuple(shape), rng, std=scale) for scale in scales]
