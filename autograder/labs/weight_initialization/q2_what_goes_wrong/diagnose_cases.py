"""The untrained networks that `diagnose` is asked about: patients of each finding, and variants of two of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import initlab
import numpy as np

from autograder.labs.weight_initialization.q2_what_goes_wrong.diagnose_by_helpers import Measures, measured
from autograder.labs.weight_initialization.q2_what_goes_wrong.patients import Patient, samples_and_labels
from autograder.labs.weight_initialization.q2_what_goes_wrong.saturated_fraction import saturated

FEATURES, CLASSES = 16, 3
HALF = ("half saturated", "half dead")  # to the last unit
LATE, EARLY = "alive in the last sample", "alive in the first sample"
JUST = "just over half dead"


def samples_of_which_one_differs(draw: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Samples and their labels, more than any batch has.

    The last feature is -1, but 1 in the last sample, and the last but one is -1, but 1 in the first sample.
    """
    samples, labels = samples_and_labels(draw, 210, FEATURES, CLASSES)
    samples[:, -2:] = -1.0
    samples[-1, -1] = samples[0, -2] = 1.0
    return samples, labels


def patients(draw: np.random.Generator) -> dict[str, Patient]:
    """Cases of each finding, most often clear ones (`is_clear`)."""

    def width() -> int:  # even, so that half of the units are a whole number; small, as students compare all pairs
        return 2 * int(draw.integers(6, 9))

    def seed() -> int:
        return int(draw.integers(0, 2**31))

    def deep(what: str, activation: str, hidden: int, gain: float, finding: str) -> Patient:
        widths = (FEATURES, *(width() for _ in range(hidden)), CLASSES)
        return Patient(what, widths, activation, tuple(("by_shape", seed(), gain) for _ in widths[1:]), finding)

    def layers(what: str, activation: str, starts: tuple[tuple, ...], finding: str) -> Patient:
        return Patient(what, (FEATURES, *(width() for _ in starts[1:]), CLASSES), activation, starts, finding)

    good = ("by_shape", seed(), 1.0)
    value = float(draw.uniform(0.3, 0.6))
    return {
        "constant": layers("all weights equal", "sigmoid", (("filled", value),) * 3, "symmetric"),
        "zero relu": layers("all weights 0", "relu", (("filled", 0.0),) * 3, "symmetric"),
        "second layer": layers(
            "the second of three hidden layers equal", "tanh", (good, ("filled", 0.1), good, good), "symmetric"
        ),
        "pairs": layers(
            "units that come in two kinds", "tanh", (("repeating", 2, seed()), good, good), "not symmetric"
        ),
        "tanh": deep("tanh, weights of a good size", "tanh", int(draw.integers(3, 6)), 1.0, "healthy"),
        "large tanh": deep("tanh, weights far too large", "tanh", 4, 900.0, "saturated"),
        "large sigmoid": deep("sigmoid, weights far too large", "sigmoid", 3, 1e5, "saturated"),
        "saturated output": layers(
            "only the output layer's weights too large", "sigmoid", (good, good, ("by_shape", seed(), 1e5)), "healthy"
        ),
        "deep sigmoid": deep("many sigmoid layers", "sigmoid", int(draw.integers(11, 14)), 1.0, "vanishing"),
        "small relu": deep("ReLU, weights far too small", "relu", 6, 0.01, "vanishing"),
        "shallow sigmoid": deep("one hidden sigmoid layer", "sigmoid", 1, 1.0, "healthy"),
        "large relu": deep("ReLU, weights far too large", "relu", int(draw.integers(6, 8)), 200.0, "exploding"),
        "relu": deep("ReLU, weights of a good size", "relu", 3, 2.0, "healthy"),
    }


def is_clear(finding: str, measures: Measures) -> bool:
    """Whether no limit of the task is near: 0.5 by more than 0.1, 0.001 and 1000 by more than a factor 10."""
    flat, first = measures.saturated, measures.first_gradient
    match finding:
        case "saturated":
            return flat > 0.6
        case "vanishing":
            return flat < 0.4 and first < 1e-4
        case "exploding":
            return flat < 0.4 and first > 1e4
        case "healthy":
            return flat < 0.4 and 1e-2 < first < 1e2
        case "not symmetric" | "no symmetric hidden layer":
            return flat < 0.4  # so that who never says "saturated" is right about it, at every secret
    return True  # decided by the kernels alone


def output_is_alive(network: initlab.Network, weights: initlab.Weights, samples: np.ndarray) -> bool:
    """Whether most outputs are not dead: else whoever counts the output layer fails at an exploding network, too."""
    output = network.forward(weights, samples).outputs
    return saturated(output[0], "relu") <= 0.5


@dataclass(frozen=True)
class Variant:
    """A patient with other weights."""

    what: str
    of: str  # the patient
    weights: initlab.Weights
    finding: str


# 4 % from the limits, which is more than `at_limit` leaves and than any rounding
EDGES = {
    "just vanishing": ("tanh", 0.00096, "vanishing"),
    "not quite vanishing": ("tanh", 0.00104, "healthy"),
    "just exploding": ("relu", 1040.0, "exploding"),
    "not quite exploding": ("relu", 960.0, "healthy"),
}
Measure = tuple[np.ndarray, np.ndarray]  # samples and their labels


def first_norm(network: initlab.Network, weights: initlab.Weights, samples: Measure) -> float:
    """The norm of the gradient of the first kernel."""
    return float(np.linalg.norm(network.gradients(weights, *samples).kernels[0]))


def with_kernel(weights: initlab.Weights, layer: int, kernel: np.ndarray) -> initlab.Weights:
    """The weights with another kernel in one layer."""
    kernels = list(weights.kernels)
    kernels[layer] = kernel
    return initlab.Weights(tuple(kernels), weights.biases)


def scaled(weights: initlab.Weights, layer: int, factor: float) -> initlab.Weights:
    """The weights with one kernel multiplied."""
    return with_kernel(weights, layer, weights.kernels[layer] * factor)


def at_limit(network: initlab.Network, weights: initlab.Weights, samples: Measure, target: float) -> initlab.Weights:
    """The weights with the second kernel scaled until the first one's gradient has about this norm."""
    for _ in range(12):  # its gradient is nearly in proportion to the second kernel, so a few steps are enough
        missing = target / max(first_norm(network, weights, samples), 1e-12)
        if abs(missing - 1) < 0.005:
            break
        weights = scaled(weights, 1, missing)
    return weights


Biases = Callable[[int], np.ndarray | float]  # for a number of units


def with_biases(weights: initlab.Weights, layers: slice, biases: Biases) -> initlab.Weights:
    """The weights with other biases in some layers."""
    new = list(weights.biases)
    new[layers] = [np.zeros_like(old) + biases(old.size) for old in new[layers]]
    return initlab.Weights(weights.kernels, tuple(new))


def one_column(weights: initlab.Weights, layer: int) -> initlab.Weights:
    """The weights with the first unit in the place of all units of one layer."""
    kernel = weights.kernels[layer]
    return with_kernel(weights, layer, np.repeat(kernel[..., :1], kernel.shape[2], axis=2))


def alive_in_one_sample(relu: initlab.Weights, feature: int) -> initlab.Weights:
    """The weights with first units that are 0 but where this feature is 1; above them no unit is dead."""
    first = 0.15 * relu.kernels[0]
    first[:, feature] = 1.0 + np.abs(first[:, feature])
    above = with_biases(with_kernel(relu, 0, first), slice(1, -1), lambda units: 0.5)
    return scaled(above, -1, 4.0)


def first_units(part: float, bias: float) -> Biases:
    """Biases of which the first ones are `bias`, the others 0."""
    return lambda units: np.where(np.arange(units) < part * units, bias, 0.0)


def draw_noise(shape: tuple[int, ...], seed: int) -> np.ndarray:
    """Numbers from -1 to 1."""
    return np.random.default_rng(seed).uniform(-1, 1, shape)


def variants(every: Mapping[str, Patient], samples: Measure, seed: int) -> Iterator[tuple[str, Variant]]:
    """Networks in which one layer alone decides, or in which another layer than the first says something else."""
    tanh, relu = every["tanh"].weights(seed), every["relu"].weights(seed)

    def dead(part: float) -> initlab.Weights:
        return with_biases(relu, slice(1, 2), first_units(part, -1000.0))

    rounded = one_column(tanh, 1)
    noise = 1e-9 * np.abs(rounded.kernels[1]).max() * draw_noise(rounded.kernels[1].shape, seed)
    rounded = with_kernel(rounded, 1, rounded.kernels[1] + noise)
    rows = np.repeat(tanh.kernels[1][:, :1], tanh.kernels[1].shape[1], axis=1)
    none = "no symmetric hidden layer"
    made = {
        "first layer equal": ("all units of the first hidden layer equal", one_column(tanh, 0), "symmetric"),
        "equal but for rounding": ("units of a hidden layer that are equal up to rounding", rounded, "symmetric"),
        "last hidden layer equal": ("all units of the last hidden layer equal", one_column(tanh, -2), "symmetric"),
        "output layer equal": ("only the output layer's units equal", one_column(tanh, -1), none),
        "rows equal": ("a hidden layer in which each unit weighs its inputs equally", with_kernel(tanh, 1, rows), none),
        "first layer saturated": ("only the first kernel far too large", scaled(tanh, 0, 300.0), "saturated"),
        "last hidden layer saturated": (
            "only the last hidden kernel far too large",
            scaled(tanh, -2, 300.0),
            "saturated",
        ),
        "saturated, then equal": (
            "the first kernel far too large, and all units of the second hidden layer equal",
            one_column(scaled(tanh, 0, 300.0), 1),
            "symmetric",
        ),
        "equal, then saturated": (
            "all units of the first hidden layer equal, and the last hidden kernel far too large",
            scaled(one_column(tanh, 0), -2, 300.0),
            "symmetric",
        ),
        "half saturated": (
            "exactly half of a hidden layer saturated",
            with_biases(scaled(tanh, 1, 0.2), slice(1, 2), first_units(0.5, 1000.0)),
            "healthy",
        ),
        "lowered": ("a hidden layer of negative values", with_biases(tanh, slice(1, 2), lambda units: -1.2), "healthy"),
        "second kernel tiny": ("only the second kernel far too small", scaled(tanh, 1, 1e-6), "vanishing"),
        "first kernel tiny": ("only the first kernel far too small", scaled(tanh, 0, 1e-6), "healthy"),
    }
    yield from ((name, Variant(what, "tanh", weights, finding)) for name, (what, weights, finding) in made.items())
    sunk = with_biases(every["shallow sigmoid"].weights(seed), slice(0, 1), lambda units: -8.0)
    what = "a hidden sigmoid layer of values next to 0"
    yield "sunk", Variant(what, "shallow sigmoid", sunk, "saturated")
    made = {
        "dead": ("a hidden ReLU layer of dead units", dead(1.0), "saturated"),
        "most units dead": ("two thirds of a hidden ReLU layer dead", dead(0.66), "saturated"),
        "half dead": ("exactly half of a hidden ReLU layer dead", dead(0.5), "healthy"),
        LATE: (
            "a hidden ReLU layer that is 0 for all samples but the last",
            alive_in_one_sample(relu, -1),
            "healthy",
        ),
        EARLY: (
            "a hidden ReLU layer that is 0 for all samples but the first",
            alive_in_one_sample(relu, -2),
            "healthy",
        ),
        JUST: (
            "one unit more than half of a hidden ReLU layer dead",
            with_biases(relu, slice(1, 2), lambda units: np.where(np.arange(units) <= units // 2, -1000.0, 0.0)),
            "saturated",
        ),
        "dead and huge": (
            "two thirds of a hidden ReLU layer dead, and the last kernel far too large",
            scaled(dead(0.66), -1, 1e6),
            "saturated",
        ),
        "equal and huge": (
            "all units of a hidden layer equal, and their weights far too large",
            one_column(scaled(relu, 1, 1e6), 1),
            "symmetric",
        ),
        "some units dead": ("a third of a hidden ReLU layer dead", dead(0.33), "healthy"),
        "second kernel huge": ("only the second kernel far too large", scaled(relu, 1, 1e6), "exploding"),
        "first kernel huge": ("only the first kernel far too large", scaled(relu, 0, 1e6), "healthy"),
    }
    yield from ((name, Variant(what, "relu", weights, finding)) for name, (what, weights, finding) in made.items())
    for name, (of, target, finding) in EDGES.items():
        weights = at_limit(every[of].network(), every[of].weights(seed), samples, target)
        yield name, Variant(f"a first gradient norm of {target:g}", of, weights, finding)


# what a variant shows besides its finding: of two lines of the list that are true, the first is the diagnosis
SHOWS_TOO: Mapping[str, Callable[[Measures], bool]] = {
    "saturated, then equal": lambda measures: measures.saturated > 0.6,
    "equal, then saturated": lambda measures: measures.saturated > 0.6,
    "equal and huge": lambda measures: measures.first_gradient > 1e4,
    "dead and huge": lambda measures: measures.first_gradient > 1e4,
}


def is_as_said(name: str, variant: Variant, measures: Measures) -> bool:
    """Whether a variant shows what it is made for, as clearly as a patient does; at an edge within 2 %."""
    if name in EDGES:
        return measures.saturated < 0.4 and 0.98 < measures.first_gradient / EDGES[name][1] < 1.02
    if name in HALF:
        return measures.saturated == 0.5 and 1e-2 < measures.first_gradient < 1e2
    if name == JUST:
        return 0.5 < measures.saturated < 0.6
    if name in (EARLY, LATE):
        return measures.saturated < 0.4 and 2e-2 < measures.first_gradient < 1e2
    shows_too = SHOWS_TOO.get(name)
    return is_clear(variant.finding, measures) and (shows_too is None or shows_too(measures))


@dataclass(frozen=True)
class Cases:
    """What is diagnosed: patients, their variants, and what all of them measure."""

    patients: Mapping[str, Patient]
    variants: Mapping[str, Variant]
    measures: Mapping[str, Measures]


def clear_cases(draw: np.random.Generator, samples: Measure, seed: int) -> Cases:
    """Patients and their variants; whichever is not clear is drawn anew, alone."""
    every: dict[str, Patient] = {}
    measures: dict[str, Measures] = {}
    while True:
        drawn = patients(draw)
        for name, patient in drawn.items():
            if name not in every:
                network, weights = patient.network(), patient.weights(seed)
                measures[name] = measured(network, weights, *samples)
                dead = patient.finding == "exploding" and not output_is_alive(network, weights, samples[0])
                if is_clear(patient.finding, measures[name]) and not dead:
                    every[name] = patient
        if len(every) < len(drawn):
            continue
        others = dict(variants(every, samples, seed))
        measures |= {name: measured(every[v.of].network(), v.weights, *samples) for name, v in others.items()}
        unclear = {variant.of for name, variant in others.items() if not is_as_said(name, variant, measures[name])}
        relu = (variant.weights for variant in others.values() if variant.of == "relu")
        if not all(output_is_alive(every["relu"].network(), weights, samples[0]) for weights in relu):
            unclear.add("relu")
        if not unclear:
            return Cases({name: every[name] for name in drawn}, others, {n: measures[n] for n in (*drawn, *others)})
        every = {name: patient for name, patient in every.items() if name not in unclear}
