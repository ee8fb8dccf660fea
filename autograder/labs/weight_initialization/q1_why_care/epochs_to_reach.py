"""Q1, the second instrument: how many epochs a training needed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from autograder.sandbox.probes import call
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name
from autograder.verdict.mistakes import Mistake, expect

CLOSE = 4e-15  # relative: more than the rounding of a ratio (2e-16), less than any tolerance one would write


def middle_of_single(number: float) -> float:
    """A number near this one, between two of single precision: what is below and above it stays apart there."""
    single = np.float32(number)
    return (float(single) + float(np.nextafter(single, np.float32(np.inf)))) / 2


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
        """Losses that fall, that rise again, that never get there, that meet the level; and nan in every place."""
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
            "only the start": (falling[:1].copy(), float(falling[0] + 0.5)),
            "long": (
                np.concatenate([falling[0] + draw.uniform(0.1, 1, int(draw.integers(210, 260))), falling]),
                between,
            ),
            "exactly": (falling, float(falling[at])),
            "exactly at the start": (falling, float(falling[0])),
            "never": (falling, float(falling.min() / 2)),
            "never, lowest at the end": (falling[:5].copy(), float(falling[4] * 0.9)),
        }
        level = middle_of_single(draw.uniform(0.3, 0.6))
        for name, gap in (("just above", CLOSE), ("just below", -CLOSE)):
            near = level * np.array([3.0, 2.5, 1 + gap / 2, 0.5, 0.4])
            cases[name] = (near, level * (1 - gap / 2))
        high, low = level * draw.uniform(1.5, 3, 8), level * draw.uniform(0.2, 0.8, 3)
        nan = [np.nan] * int(draw.integers(2, 4))
        exploding = np.array([*high[:3], 1e200, np.inf, *nan])
        cases |= {
            "nan in the end": (exploding, level),
            "nan from the start": (np.array(nan + nan), level),
            "nan before it": (np.array([*high[:2], *nan, high[2], *low, high[3]]), level),
            "nan at the start": (np.array([*nan, *low, high[0]]), level),
            "nan after it": (np.array([*high[:4], *low[:1], high[4], *nan, *low[1:]]), level),
        }
        return Probe({name: call("epochs_to_reach", *both) for name, both in cases.items()}, Given(cases))

    @points(1)
    def test_first(self, case: Case[Given]) -> None:
        """It finds the first epoch below the level, also if the loss rises again later."""
        compare(case, "falling", "dip", "at the start", "at the end", "only the start", "long")

    @points(0.5)
    def test_exactly(self, case: Case[Given]) -> None:
        """A loss exactly at the level has reached it, one above it by ever so little has not."""
        compare(case, "exactly", "just above", "just below")
        if case.value("at the start") != 1:  # who never counts the start has paid for it already
            compare(case, "exactly at the start")

    @points(0.5)
    @needs("test_first")
    def test_never(self, case: Case[Given]) -> None:
        """If the level is never reached, the answer is None; a nan does not reach it, wherever it stands."""
        compare(case, "never", "never, lowest at the end", "nan in the end", "nan from the start")
        compare(case, "nan before it", "nan at the start", "nan after it")
        case.require_untouched()


def compare(case: Case[Given], *steps: str) -> None:
    """Raises `Wrong` at the first answer that differs."""
    for step in steps:
        losses, level = case.given.cases[step]
        right, value = first_epoch(losses, level), case.value(step)
        if value is None and right is None:
            continue
        if value is None:
            said = f"The loss reaches the level at epoch {right}, but the answer is {type_name(value)}."
            if np.isnan(losses).any():
                raise Wrong(f"{said} Other losses of this training are nan.", "nan hides the others")
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
    nan = np.isnan(losses)
    if nan.any():
        yield Mistake("nan not counted", "The epochs whose loss is nan count too.", right - np.sum(nan[:right]))
        yield Mistake("nan taken for low", "Its loss is nan, which is not below any level.", np.flatnonzero(nan)[0])
    near = np.flatnonzero(losses <= level * (1 + 2 * CLOSE))
    if near.size and near[0] != right:
        yield Mistake("nearly is enough", "Its loss is above the level, if only by a little.", near[0])
    clearly = np.flatnonzero(losses < level * (1 - 2 * CLOSE))
    if clearly.size and level not in losses:
        yield Mistake("nearly is not enough", "A loss below the level counts, however little.", clearly[0])
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
