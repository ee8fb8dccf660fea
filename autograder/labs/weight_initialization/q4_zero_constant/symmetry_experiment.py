"""Q4: a network of ten hidden units trained from equal weights. Chance plays no part, so every fact is exact."""

from dataclasses import dataclass

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.inside import arguments
from autograder.labs.weight_initialization.networks import weights_of
from autograder.sandbox.probes import Ref, Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points

EXPERIMENT = "symmetry_experiment"
HIDDEN = 10
RATE = 0.01
# Equal units differ by rounding only: by at most 3.3e-8 in 200 probes with 5 trainings each, and different ones by .08
# or more. The task tells students this limit.
ROUNDING = 1e-6


@dataclass(frozen=True)
class Setup:
    """One experiment: the initializer's name in `inputs` with its arguments, and the rest of the call."""

    title: str
    initializer: tuple
    activation: str
    samples: int
    data_seed: int
    epochs: int
    order_seed: int

    @property
    def data(self) -> initlab.Data:
        return initlab.u_shape(self.samples, np.random.default_rng(self.data_seed))

    def network(self, activation: str | None = None) -> initlab.Network:
        return initlab.Network((2, HIDDEN, 1), activation=activation or self.activation, output="sigmoid")

    def start(self) -> initlab.Weights:
        name, *given = self.initializer
        return self.network().initialize(getattr(arguments, name)(*given), np.random.default_rng(0))

    def trained(self, start: initlab.Weights | None = None, **changes) -> initlab.Weights:
        activation, epochs = changes.get("activation"), changes.get("epochs", self.epochs)
        return initlab.train(
            self.network(activation),
            start or self.start(),
            self.data,
            epochs=epochs,
            optimizer=changes.get("optimizer", initlab.Adam(RATE)),
            rng=np.random.default_rng(self.order_seed),
        ).weights


def _setups(draw: np.random.Generator) -> dict[str, Setup]:
    value = float(draw.choice([0.4, 0.6, 0.7, 0.8]))
    kinds = int(draw.integers(3, 6))
    starts = {
        "relu_zero": ("zeros with ReLU", ("filled", 0.0), "relu"),
        "tanh_zero": ("zeros with tanh", ("filled", 0.0), "tanh"),
        "sigmoid_zero": ("zeros with sigmoid", ("filled", 0.0), "sigmoid"),
        "constant": (
            f"all weights {value}",
            ("filled", value),
            str(draw.choice(["relu", "tanh", "sigmoid"])),
        ),
        "kinds": (
            f"an initializer with {kinds} kinds of units",
            ("repeating", kinds, int(draw.integers(2**31))),
            "tanh",
        ),
    }
    return {
        name: Setup(title, initializer, activation, int(draw.integers(50, 80)), *_seeds(draw))
        for name, (title, initializer, activation) in starts.items()
    }


def _seeds(draw: np.random.Generator) -> tuple[int, int, int]:
    return int(draw.integers(2**31)), int(draw.integers(6, 11)), int(draw.integers(2**31))


class TestSymmetryExperiment(Grader):
    notebook, function = "part2_techniques", EXPERIMENT

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        setups = _setups(draw)
        steps: dict = {}
        for name, setup in setups.items():
            kind, *given = setup.initializer
            steps[name] = call(
                EXPERIMENT,
                inside(kind, *given),
                setup.activation,
                library("initlab.u_shape", setup.samples, Rng(setup.data_seed)),
                setup.epochs,
                Rng(setup.order_seed),
            )
            steps[f"{name}_unpacked"] = inside("unpacked", Ref(name))
        return Probe(given={"setups": setups}, steps=steps)

    @points(1)
    def test_trains(self, case: Case) -> None:
        """The network starts from the initializer in every layer, with zero biases, and is trained as described."""
        for name, setup in case.given["setups"].items():
            found = _weights(case, name)
            if not _same(found, setup.trained()):
                raise Wrong(*_why_other_weights(setup, found))

    @points(1)
    def test_first_gradient(self, case: Case) -> None:
        """`gradient` is the size of the loss's gradient for the hidden layer's kernel before the first step."""
        for name, setup in case.given["setups"].items():
            found = values.number(values.entry(case.value(name), "gradient", EXPERIMENT), "the entry 'gradient'")
            data, start = setup.data, setup.start()
            gradients = setup.network().gradients(start, data.inputs, data.labels)
            hidden, output = (k[0] for k in gradients.kernels)
            expected = float(np.linalg.norm(hidden))
            if values.agree(found, expected, values.SINGLE):
                continue
            after = setup.network().gradients(setup.trained(), data.inputs, data.labels).kernels[0]
            mistakes = [
                ("the output layer's gradient; the hidden layer's was asked for", np.linalg.norm(output)),
                ("the gradient after the training, not before its first step", np.linalg.norm(after)),
                ("the sum of squares, without the square root", expected**2),
                ("a sum of sizes, not the root of the sum of squares", np.abs(hidden).sum()),
                ("a mean size, not the root of the sum of squares", np.abs(hidden).mean()),
                ("the largest entry, not the root of the sum of squares", np.abs(hidden).max()),
                ("the norm over all layers, not the hidden kernel's alone", np.hypot(expected, np.linalg.norm(output))),
            ]  # fmt: skip
            words = values.first_match(found, mistakes)
            raise Wrong(
                f"From {setup.title}: 'gradient' is {found:.6g}, but the root of the sum of squares of the "
                f"hidden kernel's first gradient is {expected:.6g}." + (f" Yours is {words}." if words else ""),
                words or "wrong gradient",
            )

    @points(0.5)
    def test_moved(self, case: Case) -> None:
        """`moved` is False exactly when training left every weight of both kernels where it was."""
        for name, setup in case.given["setups"].items():
            found = values.yes_or_no(values.entry(case.value(name), "moved", EXPERIMENT), "the entry 'moved'")
            expected = not (setup.initializer == ("filled", 0.0) and setup.activation != "sigmoid")
            if found == expected:
                continue
            if found:
                raise Wrong(
                    f"From {setup.title} no kernel weight ever moves, but 'moved' is True. The output's bias "
                    f"does "
                    "move; look at the kernels only.",
                    "the bias counts as moved",
                )
            raise Wrong(f"From {setup.title} the kernels do move in training, but 'moved' is False.", "moved")

    @points(1)
    def test_units(self, case: Case) -> None:
        """`units` counts the different hidden units after training, differences below 1e-6 being rounding."""
        for name, setup in case.given["setups"].items():
            found = values.number(values.entry(case.value(name), "units", EXPERIMENT), "the entry 'units'")
            kernel = setup.trained().kernels[0][0]
            expected = _different_columns(kernel)
            if found == expected:
                continue
            mistakes = [
                ("the number of different rows, but a column is a unit", _different_columns(kernel.T)),
                ("the number of all units", HIDDEN),
                ("the number of different weights, not of columns", len(np.unique(np.round(kernel, 6)))),
                ("the number of inputs", 2),
            ]  # fmt: skip
            words = values.first_match(found, mistakes)
            raise Wrong(
                f"From {setup.title}: the trained hidden kernel has {expected} different columns, 'units' is "
                f"{found:g}." + (f" That is {words}." if words else ""),
                "rows for units" if words and "rows" in words else "wrong number of units",
            )

    @points(0.5)
    @needs("test_trains")
    def test_accuracy(self, case: Case) -> None:
        """`accuracy` is the part of the samples that the trained network gets right."""
        for name, setup in case.given["setups"].items():
            found = values.number(values.entry(case.value(name), "accuracy", EXPERIMENT), "the entry 'accuracy'")
            data, network = setup.data, setup.network()
            expected = float(network.accuracy(setup.trained(), data.inputs, data.labels)[0])
            if values.agree(found, expected):
                continue
            before = float(network.accuracy(setup.start(), data.inputs, data.labels)[0])
            loss = float(network.loss(setup.trained(), data.inputs, data.labels)[0])
            mistakes = [
                ("It is a percentage; a fraction was asked for", 100 * expected),
                ("It is the accuracy before training", before),
                ("It is the part that is wrong", 1 - expected),
                ("It is the loss", loss),
            ]
            words = values.first_match(found, mistakes)
            raise Wrong(
                f"From {setup.title}: the returned weights get {expected:.4g} of the samples right, "
                f"'accuracy' is "
                f"{found:.4g}." + (f" {words}." if words else ""),
                "wrong accuracy",
            )


def _weights(case: Case, name: str) -> initlab.Weights:
    """The weights the student returned, checked for their shapes."""
    case.value(name)  # says what went wrong, should there be no answer
    found = values.entry(case.value(f"{name}_unpacked"), "weights", EXPERIMENT)
    return weights_of(found, (2, HIDDEN, 1))


def _same(found: initlab.Weights, expected: initlab.Weights) -> bool:
    return values.agree(found.vectors(), expected.vectors(), values.SINGLE, values.SINGLE)


def _why_other_weights(setup: Setup, found: initlab.Weights) -> tuple[str, str]:
    """A message and its key for weights that are not those of the training that was described."""
    start = setup.start()
    value = setup.initializer[1] if setup.initializer[0] == "filled" else 0.0
    biased = initlab.Weights(start.kernels, tuple(np.full_like(bias, value) for bias in start.biases))
    other = "tanh" if setup.activation == "relu" else "relu"
    half = initlab.Weights(tuple(np.full_like(kernel, 0.5) for kernel in start.kernels), start.biases)
    candidates = {
        "the weights before training; return those after it": start,
        "trained with biases that start at the kernels' value; biases start at 0": setup.trained(biased),
        "trained for one epoch too few": setup.trained(epochs=setup.epochs - 1),
        "trained for one epoch too many": setup.trained(epochs=setup.epochs + 1),
        "trained with Adam at its default learning rate; 0.01 was asked for": setup.trained(optimizer=initlab.Adam()),
        "trained by SGD; Adam was asked for": setup.trained(optimizer=initlab.SGD(RATE)),
        f"trained with {other}, whatever `activation` says": setup.trained(activation=other),
        "trained from 0.5, whatever `initializer` says": setup.trained(half),
    }  # fmt: skip
    # the nearest one: where only the output's bias moves, two of them may be the same up to what `_same` allows
    words = min(candidates, key=lambda mistake: np.abs(found.vectors() - candidates[mistake].vectors()).max())
    if _same(found, candidates[words]):
        return f"From {setup.title}: these weights are {words}.", words
    if setup.initializer[0] == "filled" and np.ptp(found.kernels[0], axis=2).max() > ROUNDING:
        return (
            f"From {setup.title} the hidden units must stay equal, and yours do not: part of the network did "
            f"not "
            "start from `initializer`.",
            "initializer on a part only",
        )
    return (
        f"From {setup.title}: the weights differ from those of a 2-{HIDDEN}-1 network with a sigmoid output, "
        f"all "
        f"kernels from `initializer`, zero biases, {setup.epochs} epochs of Adam({RATE}) in batches of 32, "
        f"and `rng` "
        "passed on to the training.",
        "other training",
    )


def _different_columns(kernel: np.ndarray) -> int:
    """How many columns are further than rounding from all those counted before."""
    kept: list[np.ndarray] = []
    for column in kernel.T:
        if all(np.abs(column - other).max() > ROUNDING for other in kept):
            kept.append(column)
    return len(kept)
