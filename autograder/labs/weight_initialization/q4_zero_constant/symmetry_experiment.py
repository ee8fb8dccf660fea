"""Q4: a network of ten hidden units trained from equal weights. Chance plays no part, so every fact is exact."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.generators import expect_went_on, upcoming
from autograder.labs.weight_initialization.inside import arguments
from autograder.labs.weight_initialization.networks import weights_of
from autograder.sandbox.probes import Call, Ref, Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.mistakes import Compared, Mistake, expect_all, explains

WIDTHS = (2, 10, 1)
RATE = 0.01
ADAM = initlab.Adam(RATE)
# Equal units differ by rounding only: in 200 probes of all experiments by at most 1e-15, 6e-8 in float32; different
# ones by 2.8e-5 or more. The task tells students this limit.
ROUNDING = 1e-6
ONE_STEP, CREEPING, DRAWN = "one step", "creeping", "drawn"
# Where hidden units part because their outgoing weights differ: they end .0014 apart or more (200 probes).
OUTGOING = (1.0, -1.0, 0.05)
# Of ten units on a grid: by their first weight they are 5, by their second 4, by their sum 7; if one is enough, 3.
PLACES = ((1, 2), (4, 2), (1, 5), (3, 2), (4, 3), (0, 0), (0, 2), (2, 0), (2, 3), (1, 0))


@dataclass(frozen=True)
class Setup:
    """One experiment."""

    title: str
    initializer: tuple  # its name in `inside.arguments`, and its arguments
    activation: str
    data: initlab.Data
    epochs: int
    order_seed: int
    optimizer: initlab.Adam | initlab.SGD = ADAM

    @property
    def network(self) -> initlab.Network:
        return initlab.Network(WIDTHS, activation=self.activation, output="sigmoid")

    def start(self, rng: np.random.Generator | None = None) -> initlab.Weights:
        name, *given = self.initializer
        rng = rng or np.random.default_rng(self.order_seed)
        return self.network.initialize(getattr(arguments, name)(*given), rng)

    def trained(self, start: initlab.Weights | None = None) -> initlab.Weights:
        """The weights after the training, from these first ones or from the initializer's."""
        if start is None:
            return self._trained
        rng = np.random.default_rng(self.order_seed)
        self.start(rng)  # the generator draws the weights, then orders the batches
        run = initlab.train(self.network, start, self.data, epochs=self.epochs, optimizer=self.optimizer, rng=rng)
        return run.weights

    @cached_property
    def _trained(self) -> initlab.Weights:
        return self.trained(self.start())

    @property
    def numbers(self) -> int:
        """How many of the generator's numbers start and training take."""
        rng, raw = np.random.default_rng(self.order_seed), np.random.default_rng(self.order_seed).bit_generator
        self.start(rng)
        initlab.draw_order(len(self.data), self.epochs, rng)
        upcoming = arguments.upcoming(rng)
        return next(count for count in itertools.count() if raw.random_raw() == upcoming)

    def gradients(self, weights: initlab.Weights) -> list[np.ndarray]:
        """Those of the loss for the two kernels."""
        return [kernel[0] for kernel in self.network.gradients(weights, self.data.inputs, self.data.labels).kernels]

    def accuracy(self, weights: initlab.Weights) -> float:
        return float(self.network.accuracy(weights, self.data.inputs, self.data.labels)[0])


@dataclass(frozen=True)
class Given:
    """The experiments by the names of their steps."""

    setups: Mapping[str, Setup]


class TestSymmetryExperiment(Grader):
    notebook, function = "part2_techniques", "symmetry_experiment"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        value = float(draw.choice([0.4, 0.6, 0.7, 0.8]))
        kinds = int(draw.integers(3, 6))
        any_activation, seed = str(draw.choice(["relu", "tanh", "sigmoid"])), int(draw.integers(2**31))
        starts: dict[str, tuple[str, tuple[Any, ...], str]] = {
            "relu_zero": ("zeros with ReLU", ("filled", 0.0), "relu"),
            "tanh_zero": ("zeros with tanh", ("filled", 0.0), "tanh"),
            "sigmoid_zero": ("zeros with sigmoid", ("filled", 0.0), "sigmoid"),
            "constant": (f"all weights {value}", ("filled", value), any_activation),
            "kinds": (f"an initializer with {kinds} kinds of units", ("repeating", kinds, seed), "tanh"),
            # its slope is 0 to the last bit: only the output's kernel moves, and all hidden biases stay equal
            "flat": ("a hidden kernel so large that tanh is flat", ("first_times", 1e6, seed), "tanh"),
            "close": ("units that differ by 0.00003", ("close", 8, seed, 3e-5), "tanh"),
            # in one step: only the hidden layer's kernel moves, since its activations are 0
            ONE_STEP: ("a hidden kernel of zeros, for one step", ("first_times", 0.0, seed), "tanh"),
            CREEPING: ("weights of 0.01 and tiny inputs", ("filled", 0.01), any_activation.replace("sigmoid", "relu")),
            "parting": ("equal units with unequal outgoing weights", ("outgoing", OUTGOING), any_activation),
            # the hidden kernel stays what it was, so that its units share what they were made to share
            "grid": ("units that share weights, and inputs of 0", ("hidden", grid(draw)), "tanh"),
            DRAWN: ("an initializer that draws from `rng`", ("drawn", 1.0), str(draw.choice(["selu", "leaky_relu"]))),
        }
        setups: dict[str, Setup] = {}
        steps: dict[str, Call | Rng] = {}
        for name, (title, initializer, activation) in starts.items():
            data, epochs, order_seed = data_for(name, draw), epochs_for(name, draw), int(draw.integers(2**31))
            setups[name] = Setup(title, initializer, activation, data, epochs, order_seed)
            asked = inside(*initializer), activation, library("initlab.Data", *vars(data).values()), epochs
            steps |= {
                f"rng {name}": Rng(order_seed),
                name: call("symmetry_experiment", *asked, Ref(f"rng {name}")),
            }
        return Probe(steps | {"upcoming": upcoming(f"rng {DRAWN}")}, Given(setups))

    @points(1)
    def test_trains(self, case: Case[Given]) -> None:
        """The network starts from the initializer in every layer, with zero biases, and is trained as described."""
        for setup, answer in entries(case, "weights"):
            found = weights_of(answer, WIDTHS)
            if not same_weights(found, setup.trained().vectors()):
                everywhere = [(each, weights_of(other, WIDTHS)) for each, other in entries(case, "weights")]
                raise other_weights(setup, found, everywhere)
        drawn = case.given.setups[DRAWN]
        expect_went_on(case, "upcoming", drawn.order_seed, drawn.numbers)
        case.require_untouched(*case.given.setups)

    @points(1)
    def test_first_gradient(self, case: Case[Given]) -> None:
        """`gradient` is the size of the loss's gradient for the hidden layer's kernel before the first step."""
        for setup, answer in entries(case, "gradient"):
            found = values.one_number(answer, "the entry 'gradient'")
            expected = float(np.linalg.norm(setup.gradients(setup.start())[0]))
            if values.agree(found, expected, values.SINGLE):
                continue
            about = (
                f"From {setup.title}: 'gradient' is {found:.6g}, but the root of the sum of squares of the hidden"
                f" kernel's first gradient is {expected:.6g}."
            )
            known = explains(found, other_gradients(setup))
            raise Wrong(f"{about} Yours is {known.words}.", known.key) if known else Wrong(about, "wrong norm")

    @points(0.5)
    def test_moved(self, case: Case[Given]) -> None:
        """`moved` is False exactly when training left every weight of both kernels where it was."""
        for (setup, answer), (_, weights) in zip(entries(case, "moved"), entries(case, "weights"), strict=True):
            found, start = values.yes_or_no(answer, "the entry 'moved'"), setup.start()
            moves = not same_kernels(setup.trained(), start)
            if found != moves and moved_otherwise(weights, start) == found:
                continue  # trained otherwise, which has cost its points; what it says is true of these weights
            if found and not moves:
                raise Wrong(
                    f"From {setup.title} no kernel weight ever moves, but 'moved' is True."
                    " The output's bias does move; look at the kernels only.",
                    "bias counted as moved",
                )
            if moves and not found:
                about = f"From {setup.title} the kernels do move in training, but 'moved' is False."
                if setup is case.given.setups[CREEPING]:
                    raise Wrong(f"{about} They move by some 1e-9, and any change counts.", "small movement overlooked")
                raise Wrong(about, "movement overlooked")

    @points(1)
    def test_units(self, case: Case[Given]) -> None:
        """`units` counts the different hidden units after training, differences below 1e-6 being rounding."""
        expect_all(self._units(case), otherwise="wrong number of units", relative=0, absolute=0)

    @staticmethod
    def _units(case: Case[Given]) -> Iterator[Compared]:
        for name, (setup, answer) in zip(case.given.setups, entries(case, "units"), strict=True):
            if name == ONE_STEP:  # Adam's first step is as long for all weights: units differ by rounding, or nearly so
                continue
            found, kernel = values.number(answer, "the entry 'units'"), setup.trained().kernels[0][0]
            expected = different_columns(kernel)
            about = (
                f"From {setup.title}: the trained hidden kernel has {expected} different columns, 'units' is {found:g}."
            )
            yield Compared(found, expected, about, partial(other_numbers_of_units, setup))

    @points(0.5)
    @needs("test_trains")
    def test_accuracy(self, case: Case[Given]) -> None:
        """`accuracy` is the part of the samples that the trained network gets right."""
        expect_all(self._accuracies(case), otherwise="wrong accuracy")

    @staticmethod
    def _accuracies(case: Case[Given]) -> Iterator[Compared]:
        for setup, answer in entries(case, "accuracy"):
            found, expected = values.number(answer, "the entry 'accuracy'"), setup.accuracy(setup.trained())
            about = (
                f"From {setup.title}: the returned weights get {expected:.4g} of the samples right,"
                f" 'accuracy' is {found:.4g}."
            )
            yield Compared(found, expected, about, partial(other_accuracies, setup))


def entries(case: Case[Given], key: str) -> Iterator[tuple[Setup, Any]]:
    """Each experiment with that entry of its answer."""
    for name, setup in case.given.setups.items():
        yield setup, values.entry(case.value(name), key, case.function)


def moved_otherwise(weights: Any, start: initlab.Weights) -> bool | None:
    """Whether the weights that were returned are others than the first ones; None if they are no weights."""
    try:
        return not same_kernels(weights_of(weights, WIDTHS), start)
    except Wrong:
        return None


def grid(draw: np.random.Generator) -> list[list[float]]:
    """A kernel of ten different units whose weights are six values, a step apart: many share one, or their sum."""
    values = float(draw.uniform(0.2, 0.9)) + float(draw.uniform(0.1, 0.3)) * np.arange(6)
    return values[np.array(PLACES)].T.tolist()


def data_for(name: str, draw: np.random.Generator) -> initlab.Data:
    """The samples of an experiment: in most fewer than a hundred, in one less than a batch, in one a thousand."""
    least, most = {"sigmoid_zero": (100, 130), "constant": (10, 30), DRAWN: (1050, 1200), ONE_STEP: (60, 61)}.get(
        name, (50, 80)
    )
    data = initlab.u_shape(int(draw.integers(least, most)), np.random.default_rng(draw.integers(2**31)))
    match name:
        case "one step":  # one batch; and two inputs that are the same, so that a unit's weights stay equal
            return replace(data, inputs=data.inputs[:30, [0, 0]], labels=data.labels[:30])
        case "creeping":  # one batch of inputs of one sign, nearly all of one class: gradients of 1e-12
            inputs = draw.uniform(2e-10, 4e-10, (30, 2))
            return replace(data, inputs=inputs, labels=np.arange(30) // 26)
        case "drawn":  # class by class, so that the first samples are not like all
            return data.take(np.argsort(data.labels, kind="stable"))
        case "sigmoid_zero":
            # Three of one class for each of the other: batches with as many of both have gradients of nearly 0, which
            # Adam blows up, and rounding with them, so that equal units may part.
            return data.take(np.flatnonzero((data.labels == 0) | (np.cumsum(data.labels) % 3 == 0)))
        case "grid":
            return replace(data, inputs=np.zeros_like(data.inputs), labels=np.arange(len(data)) % 4 // 3)
    return data


def epochs_for(name: str, draw: np.random.Generator) -> int:
    """How long an experiment trains."""
    if name in (ONE_STEP, CREEPING):
        return 1
    least, most = {DRAWN: (2, 4), "parting": (12, 16)}.get(name, (6, 11))
    return int(draw.integers(least, most))


def same_kernels(one: initlab.Weights, other: initlab.Weights) -> bool:
    """Whether two networks have the same kernels, to the last bit of float32."""
    pairs = zip(one.kernels, other.kernels, strict=True)
    return all(np.array_equal(a.astype(np.float32), b.astype(np.float32)) for a, b in pairs)


def other_numbers_of_units(setup: Setup) -> tuple[Mistake, ...]:
    """What 'units' is under each known mistake."""
    kernel = setup.trained().kernels[0][0]
    rows, weights = different_columns(kernel.T), len(np.unique(np.round(kernel, 6)))
    before, shared = different_columns(setup.start().kernels[0][0]), different_columns(kernel, np.min)
    trained_biases = setup.trained().biases[0]
    # two ways to count them, where some are nearly equal
    biases = different_columns(trained_biases), len(np.unique(np.round(trained_biases, 6)))
    sharing = "That counts units as the same if they share one weight; all of their weights must be the same."
    return (
        *(Mistake("counted on the biases", "That is the number of different biases.", n) for n in biases),
        Mistake("units before training", "That is their number before the training.", before),
        Mistake("one shared weight is enough", sharing, shared),
        Mistake("different rows", "That is the number of different rows, but a column is a unit.", rows),
        Mistake("wrong number of units", "That is the number of all units.", kernel.shape[1]),
        Mistake("different weights", "That is the number of different weights, not of columns.", weights),
        Mistake("number of inputs", "That is the number of inputs.", kernel.shape[0]),
    )


def other_accuracies(setup: Setup) -> tuple[Mistake, ...]:
    """What 'accuracy' is under each known mistake."""
    trained, data = setup.trained(), setup.data
    expected, loss = setup.accuracy(trained), setup.network.loss(trained, data.inputs, data.labels)[0]
    return (
        Mistake("percent", "It is a percentage; a fraction was asked for.", 100 * expected),
        Mistake("accuracy before training", "It is the accuracy before training.", setup.accuracy(setup.start())),
        Mistake("complement", "It is the part that is wrong.", 1 - expected),
        Mistake("loss, not accuracy", "It is the loss.", loss),
    )


def other_gradients(setup: Setup) -> tuple[Mistake, ...]:
    """What 'gradient' is under each known mistake; the words go on from "Yours is"."""
    hidden, output = setup.gradients(setup.start())
    norm, outputs, after = (np.linalg.norm(g) for g in (hidden, output, setup.gradients(setup.trained())[0]))
    sizes, both = np.abs(hidden), np.hypot(norm, outputs)
    return (
        Mistake("another layer", "the output layer's gradient; the hidden layer's was asked for", outputs),
        Mistake("gradient after training", "the gradient after the training, not before its first step", after),
        Mistake("root missing", "the sum of squares, without the square root", norm**2),
        Mistake("sum, not norm", "a sum of sizes, not the root of the sum of squares", sizes.sum()),
        Mistake("mean, not norm", "a mean size, not the root of the sum of squares", sizes.mean()),
        Mistake("largest entry", "the largest entry, not the root of the sum of squares", sizes.max()),
        Mistake("all layers together", "the norm over all layers, not the hidden kernel's alone", both),
    )


def same_weights(found: initlab.Weights, expected: np.ndarray) -> bool:
    """Whether these are the weights, in single precision."""
    return values.agree(found.vectors(), expected, values.SINGLE, values.SINGLE)


def other_weights(setup: Setup, found: initlab.Weights, everywhere: Sequence[tuple[Setup, initlab.Weights]]) -> Wrong:
    """Why these weights are not those of the training that was described: a mistake that explains them everywhere."""
    # the nearest one: where only the output's bias moves, two of them may be the same up to rounding
    known = [mistake() for mistake in other_trainings(setup).values()]
    nearest = min(known, key=lambda mistake: np.abs(found.vectors() - mistake.value).max())
    if all(explained_by(nearest.key, each, weights) for each, weights in everywhere):
        return Wrong(f"From {setup.title}: these weights are {nearest.words}.", nearest.key)
    if setup.initializer[0] == "filled" and np.ptp(found.kernels[0], axis=2).max() > ROUNDING:
        return Wrong(
            f"From {setup.title} the hidden units must stay equal, and yours do not:"
            " part of the network did not start from `initializer`.",
            "initializer on a part only",
        )
    return Wrong(
        f"From {setup.title}: the weights differ from those of a 2-10-1 network with a sigmoid output,"
        f" all kernels from `initializer`, zero biases, {setup.epochs} epochs of Adam({RATE}) in batches of 32,"
        " and `rng` first for the weights, then for the training.",
        "wrong weights",
    )


def explained_by(key: str, setup: Setup, found: initlab.Weights) -> bool:
    """Whether a mistake that made such weights elsewhere makes these here, or changes nothing here."""
    if same_weights(found, setup.trained().vectors()):
        return True
    known = other_trainings(setup).get(key)
    return known is None or same_weights(found, known().value)


def other_trainings(setup: Setup) -> dict[str, Callable[[], Mistake]]:
    """Key -> what that mistake in the training leads to, worked out when asked: weights, all in one array."""

    def told(key: str, words: str, weights: Callable[[], initlab.Weights]) -> None:
        known[key] = lambda: Mistake(key, words, weights().vectors())

    def changed(key: str, words: str, **changes: Any) -> None:
        told(key, words, lambda: replace(setup, **changes).trained())

    def from_equal_biases() -> initlab.Weights:
        start, value = setup.start(), setup.initializer[1]
        return setup.trained(initlab.Weights(start.kernels, tuple(np.full_like(bias, value) for bias in start.biases)))

    known: dict[str, Callable[[], Mistake]] = {}
    told("untrained weights", "the weights before training; return those after it", setup.start)
    words = "trained with biases that start at the kernels' value; biases start at 0"
    if setup.initializer[0] == "filled":  # elsewhere kernels have no one value
        told("biases not zero", words, from_equal_biases)
    changed("too few epochs", "trained for one epoch too few", epochs=setup.epochs - 1)
    changed("too many epochs", "trained for one epoch too many", epochs=setup.epochs + 1)
    words = "trained with Adam at its default learning rate; 0.01 was asked for"
    changed("default learning rate", words, optimizer=initlab.Adam())
    changed("SGD, not Adam", "trained by SGD; Adam was asked for", optimizer=initlab.SGD(RATE))
    other = "tanh" if setup.activation == "relu" else "relu"
    changed("activation ignored", f"trained with {other}, whatever `activation` says", activation=other)
    changed("initializer ignored", "trained from 0.5, whatever `initializer` says", initializer=("filled", 0.5))
    return known


def different_columns(kernel: np.ndarray, distance: Callable[[np.ndarray], np.floating] = np.max) -> int:
    """How many columns are further than rounding from all those counted before, in any of their weights."""
    kept: list[np.ndarray] = []
    for column in kernel.T:
        if all(distance(np.abs(column - other)) > ROUNDING for other in kept):
            kept.append(column)
    return len(kept)
