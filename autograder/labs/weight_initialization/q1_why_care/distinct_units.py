"""Q1, the instruments: how many different units a layer has, and how many epochs a training needed."""

import numpy as np

from autograder.grader import Case, Grader, Probe, Wrong, needs, points, type_name
from autograder.graders import answers
from autograder.sandbox.probes import call

NOTEBOOK = "part1_understanding"


def count_units(kernel: np.ndarray, tolerance: float) -> int:
    """How many columns are farther than `tolerance` x the largest weight from those counted before."""
    different: list[np.ndarray] = []
    for unit in kernel.T:
        if all(np.abs(unit - other).max() > tolerance * np.abs(kernel).max() for other in different):
            different.append(unit)
    return len(different)


def _grid_units(draw: np.random.Generator, fan_in: int, count: int) -> np.ndarray:
    """`count` different columns of whole numbers in -99..99, one of them 100 in its first row.

    Divided by 100 they have two digits, so that whoever rounds to 3 or more digits is far from every edge.
    """
    rows: set[tuple[int, ...]] = set()
    while len(rows) < count:
        rows.add(tuple(int(n) for n in draw.integers(-99, 100, fan_in)))
    units = np.array(sorted(rows), dtype=float).T
    units = units[:, draw.permutation(count)]
    units[0, 0] = 100.0
    return units


class TestDistinctUnits(Grader):
    notebook, function = NOTEBOOK, "distinct_units"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Exact copies and lookalikes; copies up to rounding, of large and tiny weights; and zeros."""
        copied = _grid_units(draw, 4, 8)[:, draw.permutation(np.concatenate([np.arange(8), draw.integers(0, 8, 4)]))]
        # one row is a sum, one a copy: 6 different rows, 7 inputs and the rank 4 can be told from 8 units
        copied = np.vstack([copied, copied[0] + copied[1], copied[0] - copied[2], copied[3]])
        wide = _grid_units(draw, 3, int(draw.integers(9, 14)))
        base = draw.permutation(np.arange(1.0, 7.0))
        lookalikes = np.column_stack([base, base[::-1], 2 * base, -base, np.roll(base, 1), base, base])
        noisy = _grid_units(draw, 5, 6)[:, draw.permutation(np.repeat(np.arange(6), 2))]
        # a thousandth of the tolerance: on every sensible reading of it these are copies
        noisy = noisy + draw.uniform(-1e-9, 1e-9, noisy.shape) * 100
        kernels = {
            "copies": copied,
            "more units than inputs": wide,
            "lookalikes": lookalikes,
            "rounding": noisy / 100,
            "rounding, large weights": noisy * 1e4,
            "rounding, tiny weights": noisy * 1e-10,
            "zeros": np.zeros((4, int(draw.integers(3, 8)))),
        }
        return Probe({name: call("distinct_units", k) for name, k in kernels.items()}, {"kernels": kernels})

    def compare(self, case: Case, steps: tuple[str, ...]) -> None:
        """Raises `Wrong`, naming the mistake, at the first kernel whose count differs."""
        for step in steps:
            kernel = case.given["kernels"][step]
            found = answers.whole(case.value(step), "The number of units")
            expected = count_units(kernel, 1e-6)
            if found == expected:
                continue
            fan_in, fan_out = kernel.shape
            about = f"For a kernel of shape {kernel.shape} ({step}) it gives {found}; expected {expected}. "
            if step.startswith("rounding, "):
                raise Wrong(
                    about + "The tolerance should grow and shrink with the kernel's largest weight.",
                    "absolute tolerance",
                )
            mistakes = (
                (
                    count_units(kernel.T, 1e-6),
                    "different rows",
                    "That is the number of different rows; a unit is a column.",
                ),
                (
                    np.linalg.matrix_rank(kernel),
                    "rank",
                    "That is the rank; units may be different and still depend on each other.",
                ),
                (
                    np.unique(kernel, axis=1).shape[1],
                    "no tolerance",
                    "That counts columns that agree up to rounding as different.",
                ),
                (
                    len(np.unique(kernel)),
                    "different weights",
                    "That is the number of different weights, not of different columns.",
                ),
                (fan_out, "all units", "That is the number of all units."),
                (fan_in, "inputs", "That is the number of inputs."),
            )
            for value, key, words in mistakes:
                if found == value:
                    raise Wrong(about + words, key)
            if step == "lookalikes":
                words = "The same numbers in another order, of the other sign, or all doubled, are another unit."
                raise Wrong(about + words, "lookalikes merged")
            raise Wrong(about, "wrong count")

    @points(1)
    def test_counts(self, case: Case) -> None:
        """It counts the different columns of a kernel."""
        self.compare(case, ("lookalikes", "copies", "more units than inputs"))

    @points(1)
    def test_tolerance(self, case: Case) -> None:
        """Units that differ by rounding only are the same, for kernels of any size and for zeros."""
        self.compare(case, ("rounding", "rounding, large weights", "rounding, tiny weights", "zeros"))


def first_epoch(losses: np.ndarray, level: float) -> int | None:
    """The first index whose loss is at most `level`."""
    return next((epoch for epoch, loss in enumerate(losses) if loss <= level), None)


class TestEpochsToReach(Grader):
    notebook, function = NOTEBOOK, "epochs_to_reach"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Losses that fall, that rise again, that never get there, and that meet the level exactly."""
        length = int(draw.integers(12, 20))
        falling = np.sort(draw.uniform(0.1, 2.0, length))[::-1].copy()
        falling[-2:] = falling[:-3:-1]  # the lowest loss is not the last one
        at = int(draw.integers(4, length - 3))
        between = float((falling[at - 1] + falling[at]) / 2)
        dip = falling.copy()
        dip[at + 1] = between + 0.3  # back above the level for one epoch
        cases = {
            "falling": (falling, between),
            "dip": (dip, between),
            "at the start": (falling, float(falling[0] + 0.5)),
            "exactly": (falling, float(falling[at])),
            "never": (falling, float(falling.min() / 2)),
            "never, lowest at the end": (falling[:5].copy(), float(falling[4] * 0.9)),
            "not a number": (np.where(np.arange(length) < 3, falling, np.nan), float(falling[-1])),
        }
        return Probe({name: call("epochs_to_reach", *both) for name, both in cases.items()}, {"cases": cases})

    def compare(self, case: Case, steps: tuple[str, ...]) -> None:
        """Raises `Wrong`, naming the mistake, at the first answer that differs."""
        for step in steps:
            losses, level = case.given["cases"][step]
            expected, value = first_epoch(losses, level), case.value(step)
            if value is None and expected is None:
                continue
            if value is None:
                raise Wrong(
                    f"The loss reaches the level at epoch {expected}, but the answer is {type_name(value)}.",
                    "none",
                )
            found = answers.whole(value, "The number of epochs")
            if found == expected:
                continue
            when = "never reaches the level" if expected is None else f"reaches it at epoch {expected}"
            about = f"It gives {found} where the loss {when}. "
            if expected is None:
                words = "Then the answer should be None: no number of epochs was enough."
                raise Wrong(about + words, "never reached")
            below = np.flatnonzero(losses < level)
            mistakes = (
                (1 if expected == 0 else -1, "start left out", "Epoch 0, before training, counts too."),
                (below[0] if below.size else -1, "exclusive level", "A loss exactly at the level counts."),
                (
                    int(np.sum(losses > level)),
                    "counted epochs",
                    "That is how many epochs are above it; the loss may rise again.",
                ),
                (
                    expected + 1,
                    "off by one",
                    "losses[0] is before training, so the index is the number of epochs.",
                ),
                (expected - 1, "off by one", "That is the last epoch above the level."),
                (
                    below[-1] if below.size else -1,
                    "last epoch",
                    "That is the last epoch below it, not the first.",
                ),
                (
                    below.size,
                    "counted epochs",
                    "That is how many epochs are below it, not which is the first.",
                ),
                (int(np.nanargmin(losses)), "lowest loss", "That is the epoch with the lowest loss."),
            )
            for answer, key, words in mistakes:
                if found == answer:
                    raise Wrong(about + words, key)
            raise Wrong(about, "wrong epoch")

    @points(1)
    def test_first(self, case: Case) -> None:
        """It finds the first epoch below the level, also if the loss rises again later."""
        self.compare(case, ("falling", "dip", "at the start"))

    @points(0.5)
    def test_exactly(self, case: Case) -> None:
        """A loss exactly at the level has reached it."""
        self.compare(case, ("exactly",))

    @points(0.5)
    @needs("test_first")
    def test_never(self, case: Case) -> None:
        """If the level is never reached, the answer is None."""
        self.compare(case, ("never", "never, lowest at the end", "not a number"))
