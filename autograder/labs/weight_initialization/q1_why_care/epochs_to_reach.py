"""Q1, the second instrument: how many epochs a training needed."""

import numpy as np

from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name

NOTEBOOK = "part1_understanding"


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
            found = values.whole(value, "The number of epochs")
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
