"""Question 8, the comparison: means, paired differences and their intervals, recomputed exactly."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from scipy import stats

from autograder.sandbox.probes import call
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points
from autograder.verdict.mistakes import Mistake, expect, explains
from autograder.verdict.values import agree, entry, number, yes_or_no

WIDTH = 1e-5  # relative, of half an interval's: it tells 1.96 from the normal law's own quantile, 1.959964


@dataclass(frozen=True)
class Asked:
    """The losses, one per run, by initializer; the confidence."""

    losses: Mapping[str, np.ndarray]
    confidence: float


@dataclass(frozen=True)
class Given:
    """What is compared, by step."""

    asked: Mapping[str, Asked]


class TestCompare(Grader):
    notebook, function = "part3_applying", "compare"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """As usual, at another confidence, with few and many runs, where another law may be taken, and fewer names."""
        losses, corrected = losses_of(int(draw.integers(9, 14)), draw), 1 - 0.05 / int(draw.choice([3, 6, 7]))
        asked = {
            "usual": Asked(losses, 0.95),
            "asked": Asked(losses, float(draw.choice([0.8, 0.9, 0.99]))),
            "few": Asked(losses_of(3, draw), corrected),
            "many": Asked(losses_of(int(draw.integers(101, 140)), draw), 0.95),
            "three": Asked(without(losses_of(int(draw.integers(5, 9)), draw), "ann"), 0.95),
            "two": Asked(without(losses_of(2, draw), "ann", "bertrand"), 0.95),
        }
        steps = {
            name: call("compare", one.losses, **({} if one.confidence == 0.95 else {"confidence": one.confidence}))
            for name, one in asked.items()
        }
        return Probe(steps, Given(asked))

    @points(0.5)
    def test_means(self, case: Case[Given]) -> None:
        """Each mean comes with its interval."""
        for step, asked in case.given.asked.items():
            means = entry(case.value(step), "means", "compare")
            for name, losses in asked.losses.items():
                found = entry(means, name, "compare(…)['means']")
                expect_interval(found, losses, asked.confidence, f"compare(…)['means'][{name!r}]")

    @points(0.5)
    def test_differences(self, case: Case[Given]) -> None:
        """Each difference is compared run by run, and called real only if its interval leaves out 0."""
        for step, asked in case.given.asked.items():
            differences = entry(case.value(step), "differences", "compare")
            if not isinstance(differences, dict):
                pairs = "compare(…)['differences'] should be a dictionary with pairs of names as keys."
                raise Wrong(pairs, "not a dict")
            for first, second in combinations(asked.losses, 2):
                if (first, second) not in differences and (second, first) in differences:
                    raise Wrong(
                        f"The differences hold the pair {(second, first)}; in each pair the name that comes first in"
                        f" `losses` stands first: {(first, second)}.",
                        "names of a pair reversed",
                    )
                found = entry(differences, (first, second), "compare(…)['differences']")
                a, b = asked.losses[first], asked.losses[second]
                expect_difference(found, a, b, asked.confidence, f"compare(…)['differences'][{(first, second)}]")
        case.require_untouched()


def losses_of(runs: int, draw: np.random.Generator) -> dict[str, np.ndarray]:
    """Losses that go up and down together, so that only the paired comparison sees the difference.

    The names are in no order: neither of the alphabet, forward or backward, nor of their lengths or means.
    """
    luck = exact_sample(draw, runs) * draw.uniform(0.15, 0.25)
    noise, more_noise = exact_sample(draw, runs) * 0.01, exact_sample(draw, runs) * 0.05
    base, worse = float(draw.uniform(0.4, 0.6)), float(draw.uniform(0.02, 0.03)) * (10 if runs < 9 else 1)
    # dora and carla: two standard deviations of `noise` or more, where the interval reaches 1.12 at most (n = 9, 99 %);
    # with 3 runs twenty or more, where it reaches 6.8 at most (99.3 %); with 2 runs thirty at most, where it reaches 9.
    # bertrand and carla: a tenth of one of `more_noise`, where the interval reaches .167 at least (n = 139, 95 %).
    return {
        "carla": base + luck,
        "dora": base + luck + worse + noise,
        "ann": base + luck,
        "bertrand": base + luck + 0.005 + more_noise,
    }


def without(losses: Mapping[str, np.ndarray], *names: str) -> dict[str, np.ndarray]:
    """The losses of the others."""
    return {name: each for name, each in losses.items() if name not in names}


def exact_sample(draw: np.random.Generator, size: int) -> np.ndarray:
    """Normal draws, shifted and scaled so that their mean is 0 and their standard deviation 1."""
    x = draw.normal(size=size)
    return (x - x.mean()) / x.std(ddof=1)


def quantile(law: Any, confidence: float, *freedom: int) -> float:
    """What leaves out as much of the law above it as below its negative."""
    return float(law.ppf((1 + confidence) / 2, *freedom))


def half_width(values: np.ndarray, confidence: float) -> float:
    """Of Student's t interval for the mean."""
    n = len(values)
    return quantile(stats.t, confidence, n - 1) * float(values.std(ddof=1)) / math.sqrt(n)


def wrong_half_widths(values: np.ndarray, confidence: float) -> Iterator[Mistake]:
    """What half the interval's width is under each known mistake."""
    n, t = len(values), quantile(stats.t, confidence, len(values) - 1)
    s, error = float(values.std(ddof=1)), float(values.std(ddof=1)) / math.sqrt(n)
    deviation = "one standard deviation: that is how far single runs scatter, not how well their mean is known"
    yield Mistake("scatter of single runs", deviation, s)
    yield Mistake("quantile left out", "one standard error, without the factor from Student's t law", error)
    rootless = "t times the standard deviation: the square root of the number of runs is missing"
    yield Mistake("number of runs left out", rootless, t * s)
    normal = (
        "the interval with 1.96 or another quantile of the normal law, which is too narrow for so few runs;"
        " take Student's t"
    )
    yield Mistake("normal law for Student's t", normal, quantile(stats.norm, confidence) * error)
    exact = "the interval of the normal law at 95 %, whatever the confidence; take Student's t"
    yield Mistake("normal law for Student's t", exact, 1.959964 * error)
    rounded = "the interval with 1.96 of the normal law, whatever the confidence; take Student's t"
    yield Mistake("normal law for Student's t", rounded, 1.96 * error)
    usual = quantile(stats.t, 0.95, n - 1) * error
    yield Mistake("confidence ignored", "the interval at 95 %, whatever `confidence` says", usual)
    sided = "the interval with a one-sided quantile: what is left out lies on both sides, half on each"
    yield Mistake("one-sided quantile", sided, float(stats.t.ppf(confidence, n - 1)) * error)
    ddof = "the interval with n for n - 1 in the standard deviation (NumPy's default; look at `ddof`)"
    yield Mistake("ddof left out", ddof, t * float(values.std()) / math.sqrt(n))
    freedom = "the interval with n degrees of freedom for n - 1"
    yield Mistake("one degree of freedom too many", freedom, quantile(stats.t, confidence, n) * error)
    yield Mistake("root left out", "the interval divided by n, not by its square root", t * s / n)


def expect_interval(found: Any, values: np.ndarray, confidence: float, what: str) -> None:
    """Raises `Wrong` unless (mean, low, high) are those of the values."""
    mean, low, high = triple(found, what)
    expected, half = float(values.mean()), half_width(values, confidence)
    about = f"{what}: the mean should be {expected:.6g}; it is {mean:.6g}."
    expect(mean, expected, about, [Mistake("median", "It is the median.", np.median(values))], otherwise="wrong mean")
    if agree((low, high), (expected - half, expected + half)):
        return
    if agree((low, high), (expected + half, expected - half)):
        raise Wrong(f"{what}: low is above high.", "low and high exchanged")
    what = f"{what}, at {confidence:.0%} confidence with {len(values)} runs"
    if mistake := explains((high - low) / 2, wrong_half_widths(values, confidence), WIDTH):
        raise Wrong(f"{what}: this is {mistake.words}.", mistake.key)
    raise Wrong(
        f"{what}: the interval runs from {low:.6g} to {high:.6g}, {(high - low) / 2:.3g} to each side;"
        f" Student's t interval reaches {half:.3g} to each side of the mean.",
        "wrong interval",
    )


def expect_difference(found: Any, a: np.ndarray, b: np.ndarray, confidence: float, what: str) -> None:
    """Raises `Wrong` unless mean, interval and verdict are those of the paired differences a - b."""
    if not isinstance(found, list | tuple) or len(found) != 4:
        raise Wrong(f"{what} should be the four values (mean, low, high, real).", "wrong form")
    mean, low, high = triple(found[:3], what, finite=np.ptp(a - b) > 0)
    expected, half = float((a - b).mean()), half_width(a - b, confidence)
    if half == 0 and math.isnan(low) and math.isnan(high):
        low = high = mean  # all that SciPy's `stats.t.interval` has for runs that do not differ at all
    if agree(mean, -expected) and not agree(mean, expected):
        words = "the sign is turned round. The difference is the first minus the second."
        raise Wrong(f"{what}: {words}", "sign reversed")
    width = (high - low) / 2
    if not agree(half, width) and any(agree(width, w, WIDTH) for w in unpaired_half_widths(a, b, confidence)):
        raise Wrong(
            f"{what}: this interval treats the two as separate groups. Run by run they share split and batches, and so"
            " their luck: take the differences first, then the mean and interval of these.",
            "pairs taken for two groups",
        )
    expect_interval((mean, low, high), a - b, confidence, what)
    real = yes_or_no(found[3], f"{what}: `real`")
    if real != (abs(expected) > half):
        raise Wrong(
            f"{what}: the interval runs from {low:.3g} to {high:.3g}, yet `real` is {real}. A difference is real when 0"
            " lies outside the interval of the differences.",
            "wrong verdict",
        )


def unpaired_half_widths(a: np.ndarray, b: np.ndarray, confidence: float) -> list[float]:
    """Of intervals that do not see that the runs are paired."""
    n = len(a)
    error = math.sqrt(a.var(ddof=1) / n + b.var(ddof=1) / n)
    t, pooled = (quantile(stats.t, confidence, freedom) for freedom in (n - 1, 2 * n - 2))
    added = half_width(a, confidence) + half_width(b, confidence)
    return [t * error, pooled * error, quantile(stats.norm, confidence) * error, added]


def triple(found: Any, what: str, finite: bool = True) -> tuple[float, float, float]:
    """(mean, low, high); low and high may be nan unless they must be finite."""
    if isinstance(found, np.ndarray):
        found = found.tolist()
    if not isinstance(found, list | tuple) or len(found) != 3:
        raise Wrong(f"{what} should be the three numbers (mean, low, high).", "wrong form")
    mean, low, high = (
        math.nan if not finite and part != "mean" and is_nan(value) else number(value, f"{what}: {part}")
        for value, part in zip(found, ("mean", "low", "high"), strict=True)
    )
    return mean, low, high


def is_nan(value: Any) -> bool:
    """Whether it is a number by its type, and none."""
    return isinstance(value, float | np.floating) and math.isnan(value)
