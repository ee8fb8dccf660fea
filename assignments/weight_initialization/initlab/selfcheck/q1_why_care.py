"""Self-checks of question 1: two measuring instruments, and the experiment that uses them."""

from collections.abc import Callable
from typing import Any

import numpy as np

import initlab
from initlab.selfcheck.answers import is_number, require_untouched, said
from initlab.selfcheck.report import attempt, outcome, passed, require
from initlab.selfcheck.starts import equal, fixed, scaled, zeros


def distinct_units(function: Callable[[np.ndarray], int]) -> None:
    """Checks `distinct_units(kernel)`."""
    copies = np.array([[1.0, 2.0, 1.0, 2.0, 3.0], [3.0, 4.0, 3.0, 4.0, 5.0]])
    cases = [
        (copies, 3, "Its columns 0 and 2 agree, and so do 1 and 3. One unit is one *column*."),
        (np.array([[1.0, 2.0], [2.0, 1.0]]), 2, "The same numbers in another order are another unit."),
        (np.array([[1.0, 2.0], [1.0, 2.0]]), 2, "A unit with twice the weights is another unit."),
        (
            np.array([[1.0, 1.0], [2.0, 2.0 + 1e-9]]),
            1,
            "Its columns differ by 1e-9, far less than 1e-6 times the largest weight.",
        ),
        (
            np.array([[1e-9, 2e-9], [3e-9, 4e-9]]),
            2,
            "All its weights are tiny; the tolerance is relative to the largest of them.",
        ),
        (
            np.array([[1.0, 1.0], [2.0, 2.0 + 1e-4]]),
            2,
            "Its columns differ by 1e-4, far more than 1e-6 times the largest weight.",
        ),
        (np.array([[2.0, 1.0], [2.0, 1.0]]), 2, "A unit with half the weights is another unit."),
        (np.array([[-1.0, -1.0], [-2.0, -2.0 - 1e-9]]), 1, "The largest |weight| is 2; the columns differ by 1e-9."),
        (np.array([[0.0, 0.0], [2.0, 2.0 + 1e-9]]), 1, "The largest |weight| is 2; the columns differ by 1e-9."),
        (
            np.array([[300.0, 300.0], [1.0, 1.01]]),
            2,
            "Its columns differ by 0.01; 1e-6 times the largest |weight| is 0.0003.",
        ),
        (np.array([[5.0], [6.0]]), 1, "It has one column."),
        (np.zeros((3, 4)), 1, "All units of a kernel of zeros are the same one."),
    ]
    for kernel, expected, why in cases:
        call = f"distinct_units({kernel.tolist()})"
        given = kernel.copy()
        result = attempt("distinct_units", call, function, given)
        require(
            is_number(result) and result == expected,
            f"{call} returned {said(result)}; expected {expected}. {why}",
        )
        require_untouched(call, given, kernel)
    passed("distinct_units", "counts different columns", "allows for rounding, and for kernels of any size")


def epochs_to_reach(function: Callable[[np.ndarray, float], int | None]) -> None:
    """Checks `epochs_to_reach(losses, level)`."""
    nan = np.nan
    cases = [
        ([0.9, 0.7, 0.3, 0.2], 0.35, 2, "losses[2] is the first that is low enough."),
        ([0.9, 0.7, 0.3, 0.2], 0.7, 1, "A loss exactly at the level counts."),
        ([0.9, 0.4, 0.8, 0.3], 0.5, 1, "That the loss rises again later does not matter."),
        ([0.3, 0.2, 0.1], 0.5, 0, "It is low enough before training, which is epoch 0."),
        ([0.9, 0.8, 0.7], 0.5, None, "It never gets there."),
        ([0.9, 0.5000000001, 0.4], 0.5, 2, "losses[1] is close to the level, but above it."),
        ([0.9, 0.4999999999, 0.4], 0.5, 1, "losses[1] is close to the level, but below it."),
        ([0.9, nan, 0.4, nan], 0.5, 2, "A loss that is nan is below no level, and its epoch counts."),
        ([0.9, 3.0, nan, nan], 0.5, None, "A loss that is nan is below no level."),
    ]
    for losses, level, expected, why in cases:
        call = f"epochs_to_reach(np.array({losses}), {level})"
        given = np.array(losses)
        result = outcome("epochs_to_reach", call, function, given, level)
        right = result is None if expected is None else is_number(result) and result == expected
        require(right, f"{call} returned {said(result)}; expected {expected}. {why}")
        require_untouched(call, given, losses)
    passed("epochs_to_reach", "the first epoch at or below the level", "None if there is none")


EPOCHS = 40  # what the notebook asks every training to be


def compare_convergence(function: Callable[..., dict[str, dict[str, Any]]]) -> None:
    """Checks `compare_convergence(initializers, network, data, level, rng)`."""
    network = initlab.Network((2, 6, 5, 1), "tanh", output="sigmoid")
    data = initlab.u_shape(60, np.random.default_rng(3))
    starts = {
        "equal": equal,
        "same": fixed,
        "drawn": scaled(1.0),
        "zeros": zeros,
        "same again": fixed,
        "parting": _parting,
        "drawn too": scaled(1.0),
        "flat": _huge,
    }
    call = "compare_convergence(initializers, network, data, 0.4, rng)"

    def compare(samples: initlab.Data, seed: int) -> dict[str, Any]:
        rng = np.random.default_rng(seed)
        found = attempt("compare_convergence", call, function, dict(starts), network, samples, 0.4, rng)
        _check_comparison(found, starts)
        return found

    # on copies of one sample the order plays no part, so the losses are known; 40 are two batches, 41 are three
    for samples in (40, 41):
        alike = initlab.Data(np.ones((samples, 2)), np.ones(samples, dtype=int), ("x1", "x2"), ("a", "b"))
        plan = initlab.train(
            network,
            network.initialize(fixed, np.random.default_rng(0)),
            alike,
            epochs=EPOCHS,
            batch_size=20,
            optimizer=initlab.SGD(0.5),
            rng=np.random.default_rng(0),
        )
        losses = compare(alike, 1)["same again"]["run"].losses
        require(
            bool(np.allclose(losses[:, 0], plan.losses[:, 0])),
            f"Before training, a run's loss was {losses[0, 0]:.4g}, "
            f"but the weights of its initializer have the loss {plan.losses[0, 0]:.4g}. "
            "Does every run start with new weights from its own initializer?",
        )
        require(
            bool(np.allclose(losses, plan.losses)),
            "The losses are not those of the training asked for. Look at batch_size and optimizer: "
            "without them, initlab.train takes others than BATCH_SIZE and SGD(LEARNING_RATE).",
        )

    results = [compare(data, seed) for seed in (1, 2, 1)]
    first, second, again = ({name: entry["run"].losses for name, entry in found.items()} for found in results)
    require(
        np.allclose(first["same"], first["same again"]),
        "Two trainings from exactly the same weights had different losses, so they did not get the same batches. "
        "How often do you draw an order, and which trainings use it?",
    )
    require(
        not np.allclose(first["same"], second["same"]),
        "With another generator the losses were still the same. Is the order of the samples drawn from `rng`?",
    )
    require(
        all(np.allclose(losses, again[name]) for name, losses in first.items()),
        "With a generator in the same state the losses were others. Does all that is drawn come from `rng`?",
    )
    require(
        not np.allclose(first["drawn"][:, 0], second["drawn"][:, 0]),
        "With another generator an initializer gave the same weights. Does it get `rng`?",
    )
    require(
        not np.allclose(first["drawn"][:, 0], first["drawn too"][:, 0]),
        "Two initializers that draw their weights got the same random numbers. There is one `rng`, which goes on from "
        "draw to draw; a copy of it gives the same numbers again.",
    )
    require(  # from zeros only the output's bias learns: in one order it comes to a cycle
        np.ptp(first["zeros"][0, -15:]) > 1e-5,
        "Every epoch goes through the samples in the same order. How many epochs do you draw an order for?",
    )
    for name, found in results[0].items():
        reached = np.flatnonzero(first[name][0] <= 0.4)
        expected = int(reached[0]) if len(reached) else None
        truth = "never reach 0.4" if expected is None else f"reach 0.4 at epoch {expected}"
        require(
            found["epochs"] == expected,
            f"['{name}']['epochs'] is {found['epochs']!r}, but the losses of that run {truth}.",
        )
    for name, units in (("equal", 1), ("same", 6), ("parting", 6), ("flat", 6)):
        counted = results[0][name]["distinct_units"]
        hint = "Which kernel did you count, and is it the plain (fan_in, fan_out) table?"
        if name == "parting" and counted == 1:
            hint = "Before training it had 1 (its output weights differ, and drive the units apart)."
        require(
            counted == units,
            f"['{name}']['distinct_units'] is {counted!r}; "
            f"the first layer has {units} different unit(s) *after* training. {hint}",
        )
    passed(
        "compare_convergence",
        "every initializer has its own run, on the same batches",
        "epochs and units agree with the runs",
    )


def _check_comparison(found: Any, starts: dict[str, Any]) -> None:
    require(
        isinstance(found, dict) and set(found) == set(starts),
        f"compare_convergence should return a dict with the names {list(starts)}; "
        f"it returned {list(found) if isinstance(found, dict) else type(found).__name__}.",
    )
    for name, entry in found.items():
        require(
            isinstance(entry, dict) and {"run", "epochs", "distinct_units"} <= set(entry),
            f"The entry {name!r} should be a dict with the keys 'run', 'epochs' and 'distinct_units'; "
            f"it is {list(entry) if isinstance(entry, dict) else type(entry).__name__}.",
        )
        run = entry["run"]
        require(
            isinstance(run, initlab.Run),
            f"['{name}']['run'] should be what initlab.train returned, a Run; it is a {type(run).__name__}.",
        )
        require(
            run.epochs == EPOCHS,
            f"['{name}']['run'] was trained for {run.epochs} epochs; the task asks for EPOCHS = {EPOCHS}.",
        )


def _huge(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Weights so large that tanh is flat: the first layer stays as it is, and its biases all stay 0."""
    return 1e9 * fixed(shape, rng)


def _parting(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Equal columns in the first layer, which the unequal weights after them drive apart."""
    return equal(shape, rng) if shape[0] == 2 else fixed(shape, rng)
