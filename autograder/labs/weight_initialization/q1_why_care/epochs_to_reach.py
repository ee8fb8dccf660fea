"""Q1, the second instrument: how many epochs a training needed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name
from autograder.verdict.mistakes import Mistake, expect


def first_epoch(losses: np.ndarray, level: float) -> int | None:
    """The first index whose loss is at most `level`."""
    return next((epoch for epoch, loss in enumerate(losses) if loss <= level), None)


@dataclass(frozen=True)
class Given:
    """The losses, first that before training, and the level of each question."""

    cases: Mapping[str, tuple[np.ndarray, float]]


class TestEpochsToReach(Grader):
    notebook, function = "part1_understanding", "epochs_to_reach"

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
            "at the end": (falling[: at + 1].copy(), between),
            "exactly": (falling, float(falling[at])),
            "never": (falling, float(falling.min() / 2)),
            "never, lowest at the end": (falling[:5].copy(), float(falling[4] * 0.9)),
            "not a number": (np.where(np.arange(length) < 3, falling, np.nan), float(falling[-1])),
        }
        return Probe({name: call("epochs_to_reach", *both) for name, both in cases.items()}, Given(cases))

    @points(1)
    def test_first(self, case: Case[Given]) -> None:
        """It finds the first epoch below the level, also if the loss rises again later."""
        compare(case, "falling", "dip", "at the start", "at the end")

    @points(0.5)
    def test_exactly(self, case: Case[Given]) -> None:
        """A loss exactly at the level has reached it."""
        compare(case, "exactly")

    @points(0.5)
    @needs("test_first")
    def test_never(self, case: Case[Given]) -> None:
        """If the level is never reached, the answer is None."""
        compare(case, "never", "never, lowest at the end", "not a number")


def compare(case: Case[Given], *steps: str) -> None:
    """Raises `Wrong` at the first answer that differs."""
    for step in steps:
        losses, level = case.given.cases[step]
        right, value = first_epoch(losses, level), case.value(step)
        if value is None and right is None:
            continue
        if value is None:
            said = f"The loss reaches the level at epoch {right}, but the answer is {type_name(value)}."
            raise Wrong(said, "None though reached")
        found = values.whole(value, "The number of epochs")
        if right is None:
            raise Wrong(
                f"It gives {found} where the loss never reaches the level. "
                "Then the answer should be None: no number of epochs was enough.",
                "number though never reached",
            )
        about = f"It gives {found} where the loss reaches it at epoch {right}."
        expect(found, right, about, mistakes(losses, level, right), otherwise="wrong epoch")


def mistakes(losses: np.ndarray, level: float, right: int) -> Iterator[Mistake]:
    """What each known mistake gives; -1 where there is no such epoch."""
    below = np.flatnonzero(losses < level)
    first, last = (below[0], below[-1]) if below.size else (-1, -1)
    yield Mistake("start left out", "Epoch 0, before training, counts too.", 1 if right == 0 else -1)
    yield Mistake("exclusive level", "A loss exactly at the level counts.", first)
    above = "That is how many epochs are above it; the loss may rise again."
    yield Mistake("counted epochs", above, np.sum(losses > level))
    index = "losses[0] is before training, so the index is the number of epochs."
    yield Mistake("counted from one", index, right + 1)
    yield Mistake("last epoch above", "That is the last epoch above the level.", right - 1)
    yield Mistake("last epoch below", "That is the last epoch below it, not the first.", last)
    yield Mistake("counted epochs", "That is how many epochs are below it, not which is the first.", below.size)
    yield Mistake("lowest loss", "That is the epoch with the lowest loss.", np.nanargmin(losses))
