"""Question 8, the runs: every reported number is measured again on the network that was returned with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.inside import arguments
from autograder.sandbox.probes import Ref, call, library
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points
from autograder.verdict.mistakes import Compared, Mistake, expect_all
from autograder.verdict.values import agree, array_of, entry

WIDTHS = (5, 16, 3)
NETWORK = initlab.Network(WIDTHS, "relu")
SAMPLES = 225  # more than Iris has, so that numbers of its samples written in the code do not fit
EPOCHS = 6
# Two names for one initializer: what a paired run gives to one it must give to the other.
NAMES = ("small", "twin", "zeros", "large")
# Of the way from the first weights to the trained ones. Each of 400 trainings in float32 (100 probes) ends within
# 1.1e-5 of it; the nearest other training, with batches of 33 for 32, ends at least .02 away.
ASIDE = 0.005
ROUNDED = 1e-4  # relative: a loss computed in float32 (6e-8), four epochs of training amplify it to about 1e-5


@dataclass(frozen=True)
class Given:
    """What the networks are trained on, and a seed for each run."""

    data: initlab.Data
    seeds: list[int]
    stds: Mapping[str, float]  # of the initializers that draw


@dataclass(frozen=True)
class Runs:
    """What came back for one initializer: one entry per seed."""

    losses: np.ndarray
    accuracies: np.ndarray
    weights: tuple[initlab.Weights, ...]


class TestPairedRuns(Grader):
    notebook, function = "part3_applying", "paired_runs"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Three overlapping clouds, their features on different scales, so that the preparation matters."""
        labels = np.repeat(np.arange(3), SAMPLES // 3)
        inputs = draw.normal(0, 1, (3, 5))[labels] + draw.normal(0, 1, (SAMPLES, 5))
        # three quarters of the labels are drawn by lot: on the test data the last epoch is then not always the best
        labels = np.where(draw.random(SAMPLES) < 0.75, draw.integers(0, 3, SAMPLES), labels)
        inputs = inputs * draw.uniform(0.5, 4, 5) + draw.uniform(-5, 5, 5)
        seeds = np.sort(draw.choice(100_000, 4, replace=False))[[2, 0, 3, 1]].tolist()  # in no order
        features, classes = tuple("abcde"), ("x", "y", "z")
        small, large = float(draw.uniform(0.2, 0.3)), float(draw.uniform(0.8, 1.2))
        initializers = dict(zip(NAMES, map(Ref, ("one", "one", "none", "other")), strict=True))
        asked = (Ref("network"), initializers, Ref("data"), seeds)
        steps = {
            "data": library("initlab.Data", inputs, labels, features, classes),
            "network": library("initlab.Network", WIDTHS, "relu"),
            "one": inside("drawn", small),
            "none": inside("filled", 0.0),
            "other": inside("drawn", large),
            "runs": call("paired_runs", *asked, epochs=EPOCHS),
            "untrained": call("paired_runs", *asked, epochs=0),
        }
        stds = {"small": small, "large": large}
        return Probe(steps, Given(initlab.Data(inputs, labels, features, classes), seeds, stds))

    @points(0.5)
    def test_reported(self, case: Case[Given]) -> None:
        """The losses and accuracies are those of the returned networks on the test data of their seed."""
        runs = read_runs(case, "runs")
        expect_all(reports(case.given, runs), otherwise="not from the returned networks", relative=ROUNDED)

    @points(0.5)
    def test_paired(self, case: Case[Given]) -> None:
        """With one seed all initializers get the same split, batches and random numbers, in the training described."""
        runs, seeds = read_runs(case, "runs"), case.given.seeds
        large, small, twin, zeros = (runs[name] for name in ("large", "small", "twin", "zeros"))
        if all(agree(vector(w), vector(large.weights[0]), ROUNDED) for w in large.weights[1:]):
            raise Wrong(
                f"The {len(seeds)} seeds {seeds} all gave the same network: it is one run, repeated. Each seed in"
                " `seeds` has to make the split, the initial weights and the batches of its own run.",
                "same seed for all runs",
            )
        if any(agree(vector(a), vector(b), ROUNDED) for a, b in zip(large.weights, small.weights, strict=True)):
            raise Wrong(
                "Two different initializers returned the same trained network."
                " Does each start from weights of its own?",
                "one start for all initializers",
            )
        for index, seed in enumerate(seeds):
            if any(np.any(kernel) for kernel in zeros.weights[index].kernels):
                raise Wrong(
                    "The network that started from zeros has weights that are not 0. With ReLU they cannot move away"
                    " from 0, so it did not start there: did it go on from another initializer's network, or were the"
                    " names mixed up?",
                    "initializers mixed up",
                )
            if not np.any(zeros.weights[index].biases[-1]):
                raise Wrong(
                    "The returned networks were not trained: even the output biases are still 0. `train` leaves its"
                    " argument as it is; the trained weights are in what it returns.",
                    "untrained weights",
                )
            if not agree(vector(small.weights[index]), vector(twin.weights[index]), ROUNDED, ROUNDED):
                a, b = small.losses[index], twin.losses[index]
                raise Wrong(
                    f"'small' and 'twin' were one and the same initializer here, under two names. With seed {seed} they"
                    f" ended in different networks (test losses {a:.4f} and {b:.4f}), so what differs is luck: another"
                    " split, other batches or other random numbers. Start every initializer from fresh generators with"
                    " the run's seed.",
                    "not paired",
                )
        untrained = read_runs(case, "untrained")
        if np.any(untrained["zeros"].weights[0].biases[-1]):
            raise Wrong("Called with epochs=0, it trained all the same: `epochs` is not used.", "epochs ignored")
        if all(
            agree(one.found, one.expected, ROUNDED) for one in reports(case.given, runs)
        ):  # who prepares the data otherwise has lost the points for it there
            for name, std in case.given.stds.items():
                for index in range(len(seeds)):
                    ends = untrained[name].weights[index], runs[name].weights[index]
                    expect_training(case.given, name, index, std, *ends)
        case.require_untouched("runs")


def trained(given: Given, start: initlab.Weights, seed: int, **changes: Any) -> np.ndarray:
    """Where the training of this seed ends, but for the changes."""
    plan = {"data": prepared(given.data, seed)[0], "epochs": EPOCHS, "rng": np.random.default_rng(seed), **changes}
    return vector(initlab.train(NETWORK, start, plan.pop("data"), **plan).weights)


def expect_training(
    given: Given, name: str, index: int, std: float, start: initlab.Weights, end: initlab.Weights
) -> None:
    """Raises `Wrong` unless a network started and ended where the training that is described does."""
    seed = given.seeds[index]
    first = NETWORK.initialize(arguments.drawn(std), np.random.default_rng(seed))
    about = f"For {name!r} and seed {seed} the network"
    if not agree(vector(start), vector(first), ROUNDED, ROUNDED):
        words = "does not start from the weights that its initializer draws from a fresh generator with that seed."
        raise Wrong(f"{about} {words}", "another start")

    def is_end(other: np.ndarray) -> bool:
        return bool(np.linalg.norm(vector(end) - other) <= ASIDE * np.linalg.norm(other - vector(first)))

    if is_end(trained(given, first, seed)):
        return
    known = next(
        (words for words, changes in other_plans(given, seed) if is_end(trained(given, first, seed, **changes))), ""
    )
    asked = (
        "Asked for is initlab.train on the training data that `prepare` gives for this seed, with `epochs`, a fresh"
        " generator with the seed, and nothing else changed."
    )
    raise Wrong(
        f"{about} ends elsewhere than the training described{known and f': {known}'}. {asked}", "trained otherwise"
    )


def other_plans(given: Given, seed: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Known other trainings, in words."""
    test, rng = prepared(given.data, seed)[1], np.random.default_rng
    yield "it is trained on the test data", {"data": test}
    yield "it is trained on all data, the test data too", {"data": given.data}
    yield "it is trained on all data, the test data too", {"data": initlab.standardize(given.data)[0]}
    yield "its training data are not standardized", {"data": initlab.split(given.data, rng(seed))[0]}
    yield "its batches come in the order of seed 0", {"rng": rng(0)}
    yield "it is trained by SGD", {"optimizer": initlab.SGD()}
    yield "it is trained for one epoch more", {"epochs": EPOCHS + 1}
    yield "it is trained for one epoch less", {"epochs": EPOCHS - 1}
    for size in (1, 8, 10, 16, 20, 64, 128):
        yield f"it is trained with batches of {size}", {"batch_size": size}


def read_runs(case: Case[Given], step: str) -> dict[str, Runs]:
    """What came back, name by name. Raises `Wrong` unless it has the form asked for."""
    found, seeds = case.value(step), len(case.given.seeds)
    runs = {}
    for name in NAMES:
        one, what = entry(found, name, "paired_runs"), f"paired_runs(…)[{name!r}]"
        if not isinstance(one, dict):
            raise Wrong(f"{what} should be a dictionary with 'losses', 'accuracies' and 'weights'.", "not a dict")
        losses, accuracies, weights = (entry(one, key, what) for key in ("losses", "accuracies", "weights"))
        runs[name] = Runs(
            array_of(losses, (seeds,), f"{name!r}: losses", "one number per seed"),
            array_of(accuracies, (seeds,), f"{name!r}: accuracies", "one number per seed"),
            read_weights(weights, seeds, name),
        )
    return runs


def read_weights(found: Any, seeds: int, name: str) -> tuple[initlab.Weights, ...]:
    """One network per seed, from a list of `Weights` or from one `Weights` with a replica per seed."""
    read: list[initlab.Weights] = []
    for one in found if isinstance(found, list | tuple) else [found]:
        try:
            weights = initlab.Weights(one["kernels"], one["biases"])
            arrays = (*weights.kernels, *weights.biases)
            good = weights.widths == WIDTHS and all(a.dtype.kind == "f" and np.isfinite(a).all() for a in arrays)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError):
            good = False
        if not good:
            raise Wrong(
                f"{name!r}: 'weights' should be a list of `Weights` of the network {WIDTHS}, one per seed, as `train`"
                " returns them (`run.weights`).",
                "weights missing",
            )
        read += [weights.replica(i).astype(np.float64) for i in range(min(weights.replicas, seeds + 1))]
    if len(read) != seeds:
        raise Wrong(f"{name!r}: 'weights' holds {len(read)} networks for {seeds} seeds.", "not one network per seed")
    return tuple(read)


def prepared(data: initlab.Data, seed: int) -> tuple[initlab.Data, initlab.Data]:
    """What the notebook's own `prepare` returns."""
    train, test = initlab.standardize(*initlab.split(data, np.random.default_rng(seed)))
    return train, test


def measured(weights: initlab.Weights, on: initlab.Data) -> tuple[float, float]:
    """One network's loss and accuracy."""
    loss, accuracy = (measure(weights, on.inputs, on.labels) for measure in (NETWORK.loss, NETWORK.accuracy))
    return float(loss[0]), float(accuracy[0])


def vector(weights: initlab.Weights) -> np.ndarray:
    """All parameters of a network in a row."""
    return weights.vectors()[0]


def reports(given: Given, runs: Mapping[str, Runs]) -> Iterator[Compared]:
    """Each run's reported loss and accuracy, beside those of the returned network on the test data of its seed."""
    right = {
        (name, seed): measured(weights, prepared(given.data, seed)[1])
        for name, run in runs.items()
        for seed, weights in zip(given.seeds, run.weights, strict=True)
    }
    for (name, seed), expected in right.items():
        index = given.seeds.index(seed)
        found = runs[name].losses[index], runs[name].accuracies[index]
        about = (
            f"For {name!r} and seed {seed} you report the loss {found[0]:.4f} and the accuracy {found[1]:.4f}; the"
            f" network you returned has {expected[0]:.4f} and {expected[1]:.4f} on the test data of that seed."
        )
        known = partial(misreports, given.data, seed, runs[name].weights[index], right)
        yield Compared(found, expected, about, known, "Which network and which data do your numbers come from?")


def misreports(
    data: initlab.Data, seed: int, weights: initlab.Weights, runs: Mapping[tuple[str, int], tuple[float, float]]
) -> Iterator[Mistake]:
    """What loss and accuracy of this network are under each known mistake."""
    train, test = prepared(data, seed)
    (loss, accuracy), training = measured(weights, test), measured(weights, train)
    for words, value in (
        ("They are those on the training data.", training),
        ("Your loss is that on the training data.", (training[0], accuracy)),
        ("Your accuracy is that on the training data.", (loss, training[1])),
    ):
        yield Mistake("training data reported as test", words, value)
    yield Mistake("loss and accuracy exchanged", "Loss and accuracy are exchanged.", (accuracy, loss))
    yield Mistake("percent", "The accuracy is in percent; it is a fraction here.", (loss, 100 * accuracy))
    raw = initlab.split(data, np.random.default_rng(seed))[1]
    words = "They are those on test data that was not standardized."
    yield Mistake("not standardized", words, measured(weights, raw))
    own = measured(weights, initlab.standardize(raw)[0])
    words = "They are those on test data standardized by its own mean and spread."
    yield Mistake("standardized by itself", words, own)
    whole = initlab.split(initlab.standardize(data)[0], np.random.default_rng(seed))[1]
    words = "They are those on data standardized before the split."
    yield Mistake("standardized before the split", words, measured(weights, whole))
    for (name, of), value in runs.items():  # its own, too: who gives one run's numbers for all is right about that one
        yield Mistake("numbers of another run", f"They are those of another network, {name!r} with seed {of}.", value)
