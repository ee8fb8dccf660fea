"""Q2: answers to `diagnose`."""

import numpy as np

from tests.bank import distinct_units as units
from tests.bank import gradient_norms as norms
from tests.bank import saturated_fraction as fractions
from tests.bank.entry import right, wrong

NAMESPACE = {
    "distinct_units": units.all_pairs_at_once,
    "saturated_fraction": fractions.as_in_the_solution,
    "gradient_norms": norms.as_in_the_solution,
}


def _symmetric(kernels):
    return any(units.all_pairs_at_once(kernel[0]) == 1 for kernel in kernels)


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
        if fractions.by_counting(layer[0], network.hidden.name) > 0.5:
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


@wrong(
    lost=2,
    fails={"vanishing": "vanishing gradient missed", "exploding": "healthy network called sick"},
    says="the last one's gradient is of a good size",
)
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


@wrong(
    lost=2,
    fails={"saturated": "healthy network called sick", "exploding": "exploding gradient missed"},
    says="Half of a layer is not above 0.5",
)
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
    lost=4,
    fails={
        "symmetric": "healthy network called sick",
        "saturated": "healthy network called sick",
        "vanishing": "healthy network called sick",
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


def _by(network, weights, data, symmetric=None, flat=None, first=None, small=1e-3, large=1e3):
    """The diagnosis from these kernels, these layers and this norm, where they are not the right ones."""
    activations = network.forward(weights, data.inputs).activations
    if _symmetric(weights.kernels[:-1] if symmetric is None else symmetric):
        return "symmetric"
    layers = activations[:-1] if flat is None else activations[flat]
    if any(fractions.as_in_the_solution(layer[0], network.hidden.name) > 0.5 for layer in layers):
        return "saturated"
    first = _first(network, weights, data) if first is None else first
    return "vanishing" if first < small else "exploding" if first > large else "healthy"


def _norms(network, weights, data):
    return norms.as_in_the_solution(network, weights, data.inputs, data.labels)


@wrong(lost=1, fails={"symmetric": "symmetry missed"}, says="Any of the hidden layers may be the symmetric one")
def last_hidden_layer_left_out_for_symmetry(network, weights, data):
    return _by(network, weights, data, symmetric=weights.kernels[:-2])


@wrong(lost=1, fails={"symmetric": "symmetry missed"}, says="Any of the hidden layers may be the symmetric one")
def first_layer_left_out_for_symmetry(network, weights, data):
    return _by(network, weights, data, symmetric=weights.kernels[1:-1])


@wrong(lost=1, fails={"symmetric": "no symmetric hidden layer"}, says="Only hidden layers count")
def output_layer_too_for_symmetry(network, weights, data):
    return _by(network, weights, data, symmetric=weights.kernels)


@wrong(lost=1, fails={"symmetric": "no symmetric hidden layer"}, says="A unit is a column")
def equal_rows_taken_for_symmetry(network, weights, data):
    turned = [np.swapaxes(kernel, 1, 2) for kernel in weights.kernels[:-1]]
    return _by(network, weights, data, symmetric=[*weights.kernels[:-1], *turned])


@wrong(lost=1, fails={"saturated": "saturation missed"}, says="Any of the hidden layers may be the saturated one")
def last_hidden_layer_left_out_for_saturation(network, weights, data):
    return _by(network, weights, data, flat=slice(None, -2) if len(network.widths) > 3 else slice(None, -1))


@wrong(lost=1, fails={"saturated": "saturation missed"}, says="Any of the hidden layers may be the saturated one")
def first_layer_left_out_for_saturation(network, weights, data):
    return _by(network, weights, data, flat=slice(1, -1) if len(network.widths) > 3 else slice(None, -1))


@wrong(
    lost=...,
    fails={
        "saturated": "healthy network called sick",
        "vanishing": ...,
        "exploding": ...,
    },
    says="half of a",
)
def a_quarter_is_enough(network, weights, data):
    layers = network.forward(weights, data.inputs).activations[:-1]
    found = _by(network, weights, data)
    some = any(fractions.as_in_the_solution(layer[0], network.hidden.name) > 0.25 for layer in layers)
    return "saturated" if some and found != "symmetric" else found


@wrong(
    lost=2,
    fails={"vanishing": "vanishing gradient missed", "exploding": "exploding gradient missed"},
    says="It is the first kernel's gradient that counts",
)
def gradient_of_the_second_layer(network, weights, data):
    return _by(network, weights, data, first=_norms(network, weights, data)[1])


@wrong(lost=1, fails={"vanishing": "healthy network called sick"}, says="It is the first kernel's gradient that counts")
def smallest_gradient(network, weights, data):
    found = _norms(network, weights, data)
    return _by(network, weights, data, first=found.min() if found.min() < 1e-3 else found[0])


@wrong(lost=1, fails={"exploding": "healthy network called sick"}, says="It is the first kernel's gradient that counts")
def largest_gradient(network, weights, data):
    found = _norms(network, weights, data)
    return _by(network, weights, data, first=found.max() if found.max() > 1e3 and found[0] > 1e-3 else found[0])


@wrong(lost=1, fails={"vanishing": "healthy network called sick"}, says="are the limits 0.001 and 1000?")
def vanishing_below_a_hundredth(network, weights, data):
    return _by(network, weights, data, small=1e-2)


@wrong(lost=1, fails={"vanishing": "vanishing gradient missed"}, says="are the limits 0.001 and 1000?")
def vanishing_below_half_of_the_limit(network, weights, data):
    return _by(network, weights, data, small=5e-4)


@wrong(lost=1, fails={"exploding": "healthy network called sick"}, says="are the limits 0.001 and 1000?")
def exploding_above_a_hundred(network, weights, data):
    return _by(network, weights, data, large=1e2)


@wrong(lost=1, fails={"exploding": "exploding gradient missed"}, says="are the limits 0.001 and 1000?")
def exploding_above_ten_thousand(network, weights, data):
    return _by(network, weights, data, large=1e4)


def _layers(network, weights, data):
    """For each hidden layer its kernel, and the part of it that is flat."""
    hidden = network.forward(weights, data.inputs).activations[:-1]
    flat = (fractions.as_in_the_solution(layer[0], network.hidden.name) for layer in hidden)
    return list(zip(weights.kernels[:-1], flat, strict=True))


@wrong(lost=1, fails={"saturated": "limit included"}, says="Half of a layer is not above 0.5")
def not_below_a_half(network, weights, data):
    found = _by(network, weights, data)
    if found == "symmetric" or all(flat < 0.5 for _, flat in _layers(network, weights, data)):
        return found
    return "saturated"


@wrong(lost=1, fails={"symmetric": "symmetry missed"}, says="Which line of the list comes first?")
def the_first_sick_layer(network, weights, data):
    for kernel, flat in _layers(network, weights, data):
        word = "symmetric" if _symmetric([kernel]) else "saturated" if flat > 0.5 else None
        if word:
            return word
    return _by_gradient(_first(network, weights, data))


@wrong(lost=1, fails={"symmetric": "symmetry missed"}, says="Which line of the list comes first?")
def the_last_sick_layer(network, weights, data):
    word = None
    for kernel, flat in _layers(network, weights, data):
        word = "symmetric" if _symmetric([kernel]) else "saturated" if flat > 0.5 else word
    return word or _by_gradient(_first(network, weights, data))


@wrong(lost=1, fails={"symmetric": "symmetry missed"}, says="Which line of the list comes first?")
def explosions_first(network, weights, data):
    found = _by(network, weights, data)
    return "exploding" if found == "symmetric" and _first(network, weights, data) > 1e3 else found


@wrong(
    lost=...,
    fails={"symmetric": ..., "saturated": ..., "vanishing": ..., "exploding": ...},
    says="the answer was 'saturated'; expected 'healthy'",
)
def sigmoids_rule_for_tanh(network, weights, data):
    if network.hidden.name != "tanh" or _symmetric(weights.kernels[:-1]):
        return as_in_the_solution(network, weights, data)
    hidden = network.forward(weights, data.inputs).activations[:-1]
    flat = any(fractions.as_in_the_solution(layer[0], "sigmoid") > 0.5 for layer in hidden)
    return "saturated" if flat else _by_gradient(_first(network, weights, data))


@wrong(lost=1, fails={"saturated": "not all samples"}, says="are all of them looked at?")
def without_the_last_samples(network, weights, data):
    return as_in_the_solution(network, weights, data.take(np.arange(len(data) - 1)))


@wrong(lost=1, fails={"symmetric": "argument changed"}, says="writes into what it is given")
def clears_the_weights(network, weights, data):
    found = as_in_the_solution(network, weights, data)
    for kernel in weights.kernels:
        kernel[...] = 0
    return found
