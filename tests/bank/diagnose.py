"""Q2: answers to `diagnose`."""

import numpy as np

from tests.bank import distinct_units as units
from tests.bank import gradient_norms as norms
from tests.bank import saturated_fraction as fractions
from tests.bank.entry import right, wrong

NAMESPACE = {
    "distinct_units": units.one_by_one,
    "saturated_fraction": fractions.as_in_the_solution,
    "gradient_norms": norms.as_in_the_solution,
}


def _symmetric(kernels):
    return any(units.one_by_one(kernel[0]) == 1 for kernel in kernels)


def _flat(network, weights, data):
    layers = network.forward(weights, data.inputs).activations[:-1]
    return max(fractions.as_in_the_solution(layer[0], network.hidden.name) for layer in layers)


def _first(network, weights, data):
    return norms.as_in_the_solution(network, weights, data.inputs, data.labels)[0]


def _by_gradient(first):
    return "vanishing" if first < 1e-3 else "exploding" if first > 1e3 else "healthy"


@right
def as_in_the_solution(network, weights, data):
    if _symmetric(weights.kernels[:-1]):
        return "symmetric"
    if _flat(network, weights, data) > 0.5:
        return "saturated"
    return _by_gradient(_first(network, weights, data))


@right
def in_one_loop(network, weights, data):
    trace = network.forward(weights, data.inputs)
    words = []
    for kernel, layer in zip(weights.kernels[:-1], trace.activations[:-1], strict=True):
        if np.ptp(kernel[0], axis=1).max() <= 1e-6 * np.abs(kernel).max():
            words.append("a symmetric")
        if fractions.by_counting(layer[0], network.hidden.name) >= 0.5:
            words.append("b saturated")
    gradient = np.linalg.norm(network.gradients(weights, data.inputs, data.labels).kernels[0][0])
    words += ["c vanishing"] * bool(gradient <= 0.001) + ["d exploding"] * bool(gradient >= 1000) + ["e healthy"]
    return min(words)[2:]


@right
def as_numpy_text(network, weights, data):
    conditions = [
        _symmetric(weights.kernels[:-1]),
        _flat(network, weights, data) > 0.5,
        _first(network, weights, data) < 1e-3,
        _first(network, weights, data) > 1e3,
        True,
    ]
    return ("symmetric", "saturated", "vanishing", "exploding", "healthy")[int(np.argmax(conditions))]


@wrong(
    lost=4,
    fails={
        "symmetric": "symmetry missed",
        "saturated": "saturation missed",
        "vanishing": "vanishing gradient missed",
        "exploding": "exploding gradient missed",
    },
    says="the answer was 'healthy'",
)
def always_healthy(network, weights, data):
    return "healthy"


@wrong(lost=1, fails={"symmetric": "symmetry missed"}, says="Which line of the list comes first?")
def gradient_first(network, weights, data):
    found = _by_gradient(_first(network, weights, data))
    if found == "vanishing" and _flat(network, weights, data) < 0.5:
        return found
    if not np.any(weights.kernels[0]):
        return "vanishing"
    return as_in_the_solution(network, weights, data)


@wrong(lost=1, fails={"symmetric": "symmetry missed"}, says="Any of the hidden layers")
def first_layer_only_for_symmetry(network, weights, data):
    if _symmetric(weights.kernels[:1]):
        return "symmetric"
    flat = _flat(network, weights, data) > 0.5
    return "saturated" if flat else _by_gradient(_first(network, weights, data))


@wrong(lost=1, fails={"vanishing": "vanishing gradient missed"}, says="the last one's gradient is of a good size")
def gradient_of_the_last_layer(network, weights, data):
    found = as_in_the_solution(network, weights, data)
    if found in ("symmetric", "saturated"):
        return found
    return _by_gradient(norms.as_in_the_solution(network, weights, data.inputs, data.labels)[-1])


@wrong(lost=1, fails={"saturated": "healthy network called sick"}, says="Only hidden layers count")
def output_layer_too(network, weights, data):
    if _symmetric(weights.kernels[:-1]):
        return "symmetric"
    layers = network.forward(weights, data.inputs).activations
    if any(fractions.as_in_the_solution(layer[0], network.hidden.name) > 0.5 for layer in layers):
        return "saturated"
    return _by_gradient(_first(network, weights, data))


@wrong(lost=1, fails={"exploding": "exploding gradient missed"}, says="dead")
def zeros_for_dead_units(network, weights, data):
    found = as_in_the_solution(network, weights, data)
    layers = network.forward(weights, data.inputs).activations[:-1]
    if found != "symmetric" and any(np.mean(layer == 0) > 0.4 for layer in layers) and found != "vanishing":
        return "saturated"
    return found


@wrong(lost=1, fails={"saturated": "saturation missed"}, says="Which line of the list comes first?")
def dead_layers_vanish(network, weights, data):
    found = as_in_the_solution(network, weights, data)
    return "vanishing" if found == "saturated" and _first(network, weights, data) == 0 else found


@wrong(
    lost=3,
    fails={
        "symmetric": "healthy network called sick",
        "saturated": "healthy network called sick",
        "exploding": "healthy network called sick",
    },
    says="expected 'healthy'",
)
def limit_of_one(network, weights, data):
    found = as_in_the_solution(network, weights, data)
    if found == "healthy" and (_first(network, weights, data) < 2 or network.hidden.name == "relu"):
        return "exploding" if network.widths[1:2] != network.widths[-2:-1] or len(network.widths) > 3 else found
    return found


@wrong(
    lost=4,
    fails={"symmetric": "not a word", "saturated": "not a word", "vanishing": "not a word", "exploding": "not a word"},
    says="one of symmetric",
)
def capital_letters(network, weights, data):
    return as_in_the_solution(network, weights, data).upper()


@wrong(
    lost=4,
    fails={"symmetric": "not a word", "saturated": "not a word", "vanishing": "not a word", "exploding": "not a word"},
    says="returned a bool",
)
def true_or_false(network, weights, data):
    return as_in_the_solution(network, weights, data) == "healthy"
