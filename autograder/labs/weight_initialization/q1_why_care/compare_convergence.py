"""Q1, the experiment: is a comparison of starts fair, as asked, and does it say what its own runs show?"""

import itertools
from typing import Any

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.inside import arguments
from autograder.labs.weight_initialization.networks import weights_of
from autograder.labs.weight_initialization.q1_why_care.distinct_units import NOTEBOOK, count_units
from autograder.labs.weight_initialization.q1_why_care.epochs_to_reach import first_epoch
from autograder.sandbox.probes import Ref, Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name

EPOCHS, BATCH_SIZE, RATE = 40, 20, 0.5  # what the notebook asks of every training


class TestCompareConvergence(Grader):
    notebook, function = NOTEBOOK, "compare_convergence"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Initializers with known kernels, one of them twice; then data on which the order cannot matter."""
        hidden, kinds = int(draw.integers(8, 13)), int(draw.integers(3, 6))
        seeds = [int(seed) for seed in draw.integers(0, 2**31, 9)]
        network = ((2, hidden, 1), "tanh", "sigmoid")
        starts = {
            "zeros": ("filled", 0.0),
            "copies": ("repeating", kinds, seeds[0]),
            "twin A": ("by_shape", seeds[1], 2.0),
            "drawn": ("drawn", 1.0),
            "parting": ("parting", seeds[8]),
            "twin B": ("by_shape", seeds[1], 2.0),
        }
        alike = {"first": ("by_shape", seeds[2], 1.0), "second": ("by_shape", seeds[3], 1.0)}
        samples = 3 * BATCH_SIZE + int(draw.integers(3, 18))
        point = draw.uniform(0.5, 1.5, 2)
        one_point = (np.tile(point, (samples, 1)), np.ones(samples, dtype=np.int64), ("x1", "x2"), ("a", "b"))
        level = float(draw.uniform(0.25, 0.45))

        def compare(initializers: dict, data: str, seed: int) -> Any:
            made = {name: inside(kind, *rest) for name, (kind, *rest) in initializers.items()}
            return call("compare_convergence", made, Ref("network"), Ref(data), level, Rng(seed))

        fewer = {name: starts[name] for name in ("drawn", "twin A")}
        steps = {
            "network": library("initlab.Network", *network),
            "u": library("initlab.u_shape", samples, Rng(seeds[4])),
            "same point": library("initlab.Data", *one_point),
            "main": compare(starts, "u", seeds[5]),
            "main runs": inside("unpacked", Ref("main")),
            "other batches": compare(fewer, "u", seeds[6]),
            "other batches runs": inside("unpacked", Ref("other batches")),
            "one point": compare(alike, "same point", seeds[7]),
            "one point runs": inside("unpacked", Ref("one point")),
        }
        given = {
            "network": initlab.Network(*network),
            "u": initlab.u_shape(samples, np.random.default_rng(seeds[4])),
            "same point": initlab.Data(*one_point),
            "starts": starts,
            "alike": alike,
            "level": level,
        }
        return Probe(steps, given)

    @points(1)
    def test_trains(self, case: Case) -> None:
        """Every initializer has a run of its own, trained as asked."""
        data, network = case.given["same point"], case.given["network"]
        expected = {name: _train(network, _start(network, how), data) for name, how in case.given["alike"].items()}
        for name, run in expected.items():
            losses, weights = _run(case, "one point", name)
            if not values.agree(losses[0], run.losses[0, 0]):
                raise _wrong_start(name, losses[0], run, expected)
            if not values.agree(losses, run.losses[0]):
                raise _wrong_training(case, name, losses)
            self.belongs(network, data, weights, losses, name)
        for name in case.given["starts"]:
            losses, weights = _run(case, "main", name)
            self.belongs(network, case.given["u"], weights, losses, name)

    @staticmethod
    def belongs(
        network: initlab.Network, data: initlab.Data, weights: initlab.Weights, losses: np.ndarray, name: str
    ) -> None:
        """Raises `Wrong` unless these weights have the last of these losses."""
        loss = float(network.loss(weights, data.inputs, data.labels)[0])
        if not values.agree(losses[-1], loss):
            raise Wrong(
                f"The run of {name!r} ends with the loss {losses[-1]:.6g}, but its final weights have"
                f" {loss:.6g}: they are not from the same training on the data given.",
                "history of another run",
            )

    @points(1)
    @needs("test_trains")
    def test_paired(self, case: Case) -> None:
        """All runs get the same batches, drawn from `rng`."""
        first, _ = _run(case, "main", "twin A")
        second, _ = _run(case, "main", "twin B")
        if not values.agree(first, second):
            raise Wrong(
                "Two runs from exactly the same weights have different losses after training, so they got"
                " different batches. Then a difference between two initializers may be the batches' doing.",
                "not paired",
            )
        elsewhere, _ = _run(case, "other batches", "twin A")
        if values.agree(first, elsewhere):
            raise Wrong(
                "With another generator the batches are still the same: rng is not used for them.",
                "fixed seed inside",
            )
        drawn, again = (_run(case, step, "drawn")[0][0] for step in ("main", "other batches"))
        if values.agree(drawn, again):
            raise Wrong(
                "With another generator an initializer that draws from it gave the same weights: it was not given rng.",
                "fixed seed inside",
            )

    @points(1)
    @needs("test_trains")
    def test_epochs(self, case: Case) -> None:
        """“epochs” is when each run reached the level, or None."""
        level = case.given["level"]
        for name in case.given["starts"]:
            losses, _ = _run(case, "main", name)
            found, expected = (
                values.entry(_entry(case, "main", name), "epochs", name),
                first_epoch(losses, level),
            )
            if found is None and expected is None:
                continue
            if found is not None:
                found = values.whole(found, f"“epochs” of {name!r}")
            if found != expected:
                raise Wrong(
                    f"“epochs” of {name!r} is {found}, but its own losses first reach {level:.3g} at epoch {expected}.",
                    "epochs of another run or level",
                )

    @points(1)
    @needs("test_trains")
    def test_distinct(self, case: Case) -> None:
        """“distinct_units” counts the different units of the trained first layer: copies stay copies."""
        for name in case.given["starts"]:
            _, weights = _run(case, "main", name)
            kernel = weights.kernels[0][0]
            what = f"“distinct_units” of {name!r}"
            found = values.whole(values.entry(_entry(case, "main", name), "distinct_units", name), what)
            # rounding that grew in training may lie anywhere below the tolerance: no edge decides a grade
            if count_units(kernel, 1e-5) <= found <= count_units(kernel, 1e-7):
                continue
            about = f"{what} is {found}; the first layer of its final weights has {count_units(kernel, 1e-6)} of them. "
            start = _start(case.given["network"], case.given["starts"][name]).kernels[0][0]
            if name == "parting" and found == count_units(start, 1e-6):
                raise Wrong(about + "It had that many before training.", "counted before training")
            if found == count_units(weights.kernels[-1][0], 1e-6):
                raise Wrong(about + "That is the number for the output layer.", "another layer")
            if found == count_units(kernel.T, 1e-6):
                raise Wrong(about + "That is its number of different rows.", "different rows")
            raise Wrong(about, "wrong count")


def _start(network: initlab.Network, how: tuple) -> initlab.Weights:
    kind, *rest = how
    return network.initialize(getattr(arguments, kind)(*rest), np.random.default_rng(0))


def _train(network: initlab.Network, weights: initlab.Weights, data: initlab.Data, **changes: Any) -> initlab.Run:
    plan: dict[str, Any] = {
        "epochs": EPOCHS,
        "batch_size": BATCH_SIZE,
        "optimizer": initlab.SGD(RATE),
    } | changes
    return initlab.train(network, weights, data, rng=np.random.default_rng(0), **plan)


def _entry(case: Case, step: str, name: str) -> dict:
    """What was returned for one initializer, its run as plain data."""
    values.entry(case.value(step), name, case.function)  # whatever went wrong in the call itself is said here
    found = values.entry(case.value(f"{step} runs"), name, case.function)
    if not isinstance(found, dict):
        raise Wrong(f"The entry {name!r} should be a dictionary; it is {type_name(found)}.", "not a dict")
    return found


def _run(case: Case, step: str, name: str) -> tuple[np.ndarray, initlab.Weights]:
    """One run's losses (EPOCHS + 1,) and final weights; `Wrong` if it is not a run of this network."""
    network = case.given["network"]
    run = values.entry(_entry(case, step, name), "run", name)
    match run:
        case {"losses": losses, "weights": weights}:
            pass
        case _:
            raise Wrong(
                f"The “run” of {name!r} should be what initlab.train returned; it is {type_name(run)}.",
                "not a run",
            )
    losses = values.numbers(losses, f"The losses of {name!r}")
    if losses.ndim != 2 or losses.shape[0] != 1 or losses.shape[1] != EPOCHS + 1:
        trained = losses.shape[-1] - 1 if losses.ndim else 0
        raise Wrong(
            f"The run of {name!r} was trained for {trained} epochs; the task asks for {EPOCHS}.",
            "wrong number of epochs",
        )
    return losses[0], weights_of(weights, network.widths)


def _wrong_start(name: str, loss: float, run: initlab.Run, every: dict[str, initlab.Run]) -> Wrong:
    about = (
        f"The run of {name!r} starts with the loss {loss:.6g}; the weights of its initializer have"
        f" {run.losses[0, 0]:.6g}. "
    )
    for other, its in every.items():
        if other != name and values.agree(loss, its.losses[0, 0]):
            return Wrong(about + f"That is the loss of {other!r}'s weights.", "initializer of another run")
        if other != name and values.agree(loss, its.losses[0, -1]):
            return Wrong(about + f"It goes on from where {other!r} ended.", "weights carried over")
    return Wrong(about + "Where do the weights of this run come from?", "wrong start")


def _wrong_training(case: Case, name: str, losses: np.ndarray) -> Wrong:
    """Which other training gives these losses. All samples are one point: their order has no part in it."""
    data, network = case.given["same point"], case.given["network"]
    sizes: dict[str, dict[str, Any]] = {
        f"batches of {size}": {"batch_size": size} for size in (32, 1, 10, 16, 64, len(data))
    }
    rules: dict[str, dict[str, Any]] = {
        "the optimizer Adam(), which initlab takes when none is given": {"optimizer": initlab.Adam()},
        "the optimizer Adam with LEARNING_RATE": {"optimizer": initlab.Adam(RATE)},
        "the learning rate 0.01, which is SGD's own": {"optimizer": initlab.SGD()},
        "the learning rate 0.1": {"optimizer": initlab.SGD(0.1)},
    }
    both = itertools.product({"": {}, **sizes}.items(), {"": {}, **rules}.items())
    for (size, one), (rule, two) in both:
        start = _start(network, case.given["alike"][name])
        if values.agree(losses, _train(network, start, data, **one, **two).losses[0]):
            what = " and ".join(words for words in (size, rule) if words)
            return Wrong(
                f"The run of {name!r} was trained with {what}; the task asks for something else.",
                "another training",
            )
    return Wrong(
        f"The losses of {name!r} are not those of SGD(LEARNING_RATE) with batches of BATCH_SIZE samples on"
        " the data given.",
        "another training",
    )
