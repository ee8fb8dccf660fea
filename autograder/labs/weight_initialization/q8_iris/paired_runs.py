"""Question 8, the runs: every reported number is measured again on the network that was returned with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.sandbox.probes import Ref, call, library
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points
from autograder.verdict.values import agree, array_of, entry, first_match

WIDTHS = (5, 16, 3)
SAMPLES = 90
EPOCHS = 4
# Two names for one initializer: what a paired run gives to one it must give to the other.
NAMES = ("small", "twin", "zeros", "large")
ROUNDED = 1e-4  # relative: a loss computed in float32 (6e-8), four epochs of training amplify it to about 1e-5


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
        inputs = inputs * draw.uniform(0.5, 4, 5) + draw.uniform(-5, 5, 5)
        seeds = [int(seed) for seed in draw.choice(100_000, 4, replace=False)]
        features, classes = tuple("abcde"), ("x", "y", "z")
        small, large = float(draw.uniform(0.2, 0.3)), float(draw.uniform(0.8, 1.2))
        steps = {
            "data": library("initlab.Data", inputs, labels, features, classes),
            "network": library("initlab.Network", WIDTHS, "relu"),
            "one": inside("drawn", small),
            "none": inside("filled", 0.0),
            "other": inside("drawn", large),
        }
        initializers = dict(zip(NAMES, map(Ref, ("one", "one", "none", "other")), strict=True))
        asked = (Ref("network"), initializers, Ref("data"), seeds)
        steps |= {
            "runs": call("paired_runs", *asked, epochs=EPOCHS),
            "untrained": call("paired_runs", *asked, epochs=0),
            "plain": inside("unpacked", Ref("runs")),
            "plain untrained": inside("unpacked", Ref("untrained")),
        }
        return Probe(steps, {"data": initlab.Data(inputs, labels, features, classes), "seeds": seeds})

    @points(0.5)
    def test_reported(self, case: Case) -> None:
        """The losses and accuracies are those of the returned networks on the test data of their seed."""
        runs = read_runs(case, "runs", "plain")
        network = initlab.Network(WIDTHS, "relu")
        off = []
        for index, seed in enumerate(case.given["seeds"]):
            train, test = prepared(case.given["data"], seed)
            for name, run in runs.items():
                weights = run.weights[index]
                loss = agree(run.losses[index], network.loss(weights, test.inputs, test.labels)[0], ROUNDED)
                accuracy = agree(run.accuracies[index], network.accuracy(weights, test.inputs, test.labels)[0])
                if not (loss and accuracy):
                    off.append((loss + accuracy, name, index, train, test))
        if off:  # where both numbers are off they say most: a wrong one may be right by chance
            raise misreported(case, runs, *min(off, key=lambda one: one[0])[1:])

    @points(0.5)
    def test_paired(self, case: Case) -> None:
        """With one seed all initializers get the same split, batches and random numbers."""
        runs = read_runs(case, "runs", "plain")
        seeds = case.given["seeds"]
        large, small, twin, zeros = (runs[name] for name in ("large", "small", "twin", "zeros"))
        if all(agree(vector(w), vector(large.weights[0]), ROUNDED) for w in large.weights[1:]):
            raise Wrong(
                f"The {len(seeds)} seeds {seeds} all gave the same network: it is one run, repeated. Each"
                " seed in `seeds` has to make the split, the initial weights and the batches of its own"
                " run.",
                "same seed for all runs",
            )
        if any(agree(vector(a), vector(b), ROUNDED) for a, b in zip(large.weights, small.weights, strict=True)):
            raise Wrong(
                "Two different initializers returned the same trained network. Does each start from weights"
                " of its own?",
                "one model for all",
            )
        for index, seed in enumerate(seeds):
            if any(np.any(kernel) for kernel in zeros.weights[index].kernels):
                raise Wrong(
                    "The network that started from zeros has weights that are not 0. With ReLU they cannot"
                    " move away from 0, so it did not start there: did it go on from another initializer's"
                    " network, or were the names mixed up?",
                    "initializers mixed up",
                )
            if not np.any(zeros.weights[index].biases[-1]):
                raise Wrong(
                    "The returned networks were not trained: even the output biases are still 0. `train`"
                    " leaves its argument as it is; the trained weights are in what it returns.",
                    "not trained",
                )
            if not agree(vector(small.weights[index]), vector(twin.weights[index]), ROUNDED, ROUNDED):
                a, b = float(small.losses[index]), float(twin.losses[index])
                raise Wrong(
                    f"{NAMES[0]!r} and {NAMES[1]!r} were one and the same initializer here, under two names."
                    f" With seed {seed} they ended in different networks (test losses {a:.4f} and {b:.4f}),"
                    " so what differs is luck: another split, other batches or other random numbers. Start"
                    " every initializer from fresh generators with the run's seed.",
                    "not paired",
                )
        untrained = read_runs(case, "untrained", "plain untrained")
        if np.any(untrained["zeros"].weights[0].biases[-1]):
            raise Wrong("Called with epochs=0, it trained all the same: `epochs` is not used.", "argument ignored")


def read_runs(case: Case, step: str, plain: str) -> dict[str, Runs]:
    """What came back, name by name. Raises `Wrong` unless it has the form asked for."""
    case.value(step)
    found = case.value(plain)
    seeds = len(case.given["seeds"])
    runs = {}
    for name in NAMES:
        one = entry(found, name, "paired_runs")
        if not isinstance(one, dict):
            raise Wrong(
                f"paired_runs(…)[{name!r}] should be a dictionary with 'losses', 'accuracies' and 'weights'.",
                "not a dict",
            )
        keyed = {key: entry(one, key, f"paired_runs(…)[{name!r}]") for key in ("losses", "accuracies", "weights")}
        numbers = [
            array_of(keyed[k], (seeds,), f"{name!r}: {k}", "one number per seed") for k in ("losses", "accuracies")
        ]
        runs[name] = Runs(numbers[0], numbers[1], read_weights(keyed["weights"], seeds, name))
    return runs


def read_weights(found: Any, seeds: int, name: str) -> tuple[initlab.Weights, ...]:
    """One network per seed, from a list of `Weights` or from one `Weights` with a replica per seed."""
    several = found if isinstance(found, list) else [found]
    read: list[initlab.Weights] = []
    for one in several:
        try:
            weights = initlab.Weights(one["kernels"], one["biases"])
            arrays = (*weights.kernels, *weights.biases)
            good = weights.widths == WIDTHS and all(a.dtype.kind == "f" and np.isfinite(a).all() for a in arrays)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError):
            good = False
        if not good:
            raise Wrong(
                f"{name!r}: 'weights' should be a list of `Weights` of the network {WIDTHS}, one per seed,"
                " as `train` returns them (`run.weights`).",
                "not weights",
            )
        read += [weights.replica(i).astype(np.float64) for i in range(min(weights.replicas, seeds + 1))]
    if len(read) != seeds:
        raise Wrong(f"{name!r}: 'weights' holds {len(read)} networks for {seeds} seeds.", "wrong length")
    return tuple(read)


def prepared(data: initlab.Data, seed: int) -> tuple[initlab.Data, initlab.Data]:
    """What the notebook's own `prepare` returns."""
    train, test = initlab.split(data, np.random.default_rng(seed))
    train, test = initlab.standardize(train, test)
    return train, test


def vector(weights: initlab.Weights) -> np.ndarray:
    """All parameters of a network in a row."""
    return weights.vectors()[0]


def misreported(
    case: Case, runs: Mapping[str, Runs], name: str, index: int, train: initlab.Data, test: initlab.Data
) -> Wrong:
    """What the reported numbers are instead of the returned network's on its test data."""
    network = initlab.Network(WIDTHS, "relu")
    data, seed, run = case.given["data"], case.given["seeds"][index], runs[name]
    raw = initlab.split(data, np.random.default_rng(seed))[1]
    own = initlab.standardize(raw)[0]
    whole = initlab.split(initlab.standardize(data)[0], np.random.default_rng(seed))[1]

    def measured(weights: initlab.Weights, on: initlab.Data) -> tuple[float, float]:
        return (
            float(network.loss(weights, on.inputs, on.labels)[0]),
            float(network.accuracy(weights, on.inputs, on.labels)[0]),
        )

    weights = run.weights[index]
    loss, accuracy = measured(weights, test)
    training = measured(weights, train)
    mistakes: list[tuple[str, str, tuple[float, float]]] = []
    if not agree(training[0], loss, ROUNDED):  # else it cannot be told whether the loss is meant, too
        mistakes.append(("training data reported as test", "those on the training data", training))
    mistakes += [
        ("loss and accuracy exchanged", "the right ones with loss and accuracy exchanged", (accuracy, loss)),
        (
            "accuracy in percent",
            "right but for an accuracy in percent; it is a fraction here",
            (loss, 100 * accuracy),
        ),
        ("prepared differently", "those on test data that was not standardized", measured(weights, raw)),
        (
            "prepared differently",
            "those on test data standardized by its own mean and spread",
            measured(weights, own),
        ),
        ("prepared differently", "those on data standardized before the split", measured(weights, whole)),
    ]
    others = [(n, i) for n in runs for i in range(len(run.weights)) if (n, i) != (name, index)]
    mistakes += [
        (
            "history of the wrong run",
            f"those of another network, {n!r} with seed {case.given['seeds'][i]}",
            found,
        )
        for n, i in others
        for found in [measured(runs[n].weights[i], prepared(data, case.given["seeds"][i])[1])]
    ]
    reported = (run.losses[index], run.accuracies[index])
    for key, words, value in mistakes:
        if agree(reported, value, ROUNDED):
            return Wrong(
                f"For {name!r} and seed {seed} the numbers you report are {words}. Asked for are the loss"
                " and accuracy of this network on the test data that `prepare` gives for this seed.",
                key,
            )
    part = first_match(reported[1], {"accuracy": training[1]}) or first_match(
        reported[0], {"loss": training[0]}, ROUNDED
    )
    hint = f" Your {part} is that on the training data." if part else ""
    return Wrong(
        f"For {name!r} and seed {seed} you report the loss {reported[0]:.4f} and the accuracy"
        f" {reported[1]:.4f}; the network you returned has {loss:.4f} and {accuracy:.4f} on the test data of"
        f" that seed.{hint} Which network and which data do your numbers come from?",
        "training data reported as test" if part else "not from the returned networks",
    )
