"""Question 8, the comparison: means, paired differences and their intervals, recomputed exactly."""

import math
from itertools import combinations
from typing import Any

import numpy as np
from scipy import stats

from autograder.sandbox.probes import call
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points
from autograder.verdict.values import agree, entry, first_match, number, yes_or_no


class TestCompare(Grader):
    notebook, function = "part3_applying", "compare"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Losses that go up and down together: only the paired comparison sees the difference."""
        runs = int(draw.integers(9, 14))
        luck = exact_sample(draw, runs) * draw.uniform(0.15, 0.25)
        noise = exact_sample(draw, runs) * 0.01
        a, level = float(draw.uniform(0.4, 0.6)), float(draw.uniform(0.02, 0.03))
        # bert - anna: two standard deviations of `noise` and more; the interval reaches 1.12 at most
        # (n = 9, 99 %).
        # dora - anna: a tenth of a standard deviation; the interval reaches 0.37 at least (n = 13, 80 %).
        extra = exact_sample(draw, runs) * 0.05
        losses = {
            "anna": a + luck,
            "bert": a + luck + level + noise,
            "dora": a + luck + 0.005 + extra,
            "same": a + luck,
        }
        confidence = float(draw.choice([0.8, 0.9, 0.99]))
        steps = {"usual": call("compare", losses), "asked": call("compare", losses, confidence=confidence)}
        return Probe(steps, {"losses": losses, "confidence": {"usual": 0.95, "asked": confidence}})

    @points(0.5)
    def test_means(self, case: Case) -> None:
        """Each mean comes with its interval."""
        for step, confidence in case.given["confidence"].items():
            means = entry(case.value(step), "means", "compare")
            for name, losses in case.given["losses"].items():
                what = f"compare(…)['means'][{name!r}]"
                expect_interval(entry(means, name, "compare(…)['means']"), losses, confidence, what)

    @points(0.5)
    def test_differences(self, case: Case) -> None:
        """Each difference is compared run by run, and called real only if its interval leaves out 0."""
        for step, confidence in case.given["confidence"].items():
            differences = entry(case.value(step), "differences", "compare")
            if not isinstance(differences, dict):
                raise Wrong(
                    "compare(…)['differences'] should be a dictionary with pairs of names as keys.",
                    "not a dict",
                )
            for first, second in combinations(case.given["losses"], 2):
                if (first, second) not in differences and (second, first) in differences:
                    raise Wrong(
                        f"The differences hold the pair {(second, first)}; in each pair the name that comes"
                        f" first in `losses` stands first: {(first, second)}.",
                        "pair reversed",
                    )
                found = entry(differences, (first, second), "compare(…)['differences']")
                a, b = case.given["losses"][first], case.given["losses"][second]
                expect_difference(found, a, b, confidence, f"compare(…)['differences'][{(first, second)}]")


def exact_sample(draw: np.random.Generator, size: int) -> np.ndarray:
    """Normal draws, shifted and scaled so that their mean is 0 and their standard deviation 1."""
    x = draw.normal(size=size)
    return (x - x.mean()) / x.std(ddof=1)


def half_width(values: np.ndarray, confidence: float) -> float:
    """Of Student's t interval for the mean."""
    n = len(values)
    return float(stats.t.ppf((1 + confidence) / 2, n - 1) * values.std(ddof=1) / math.sqrt(n))


def wrong_half_widths(values: np.ndarray, confidence: float) -> dict[str, float]:
    """Words for a mistake -> the half width it gives."""
    n, s = len(values), float(values.std(ddof=1))
    t, root = float(stats.t.ppf((1 + confidence) / 2, n - 1)), math.sqrt(n)
    z = float(stats.norm.ppf((1 + confidence) / 2))
    usual = float(stats.t.ppf(0.975, n - 1))
    return {
        "one standard deviation: that is how far single runs scatter, not how well their mean is known": s,
        "one standard error, without the factor from Student's t law": s / root,
        "t times the standard deviation: the square root of the number of runs is missing": t * s,
        "the interval with 1.96 or another quantile of the normal law, which is too narrow for so few runs;"
        " take"
        " Student's t": z * s / root,
        "the interval of the normal law at 95 %, whatever the confidence; take Student's t": 1.959964 * s / root,
        "the interval with 1.96 of the normal law, whatever the confidence; take Student's t": 1.96 * s / root,
        "the interval at 95 %, whatever `confidence` says": usual * s / root,
        "the interval with a one-sided quantile: what is left out lies on both sides, half on each": float(
            stats.t.ppf(confidence, n - 1) * s / root
        ),
        "the interval with n for n - 1 in the standard deviation (NumPy's default; look at `ddof`)": t
        * float(values.std())
        / root,
        "the interval with n degrees of freedom for n - 1": float(stats.t.ppf((1 + confidence) / 2, n) * s / root),
        "the interval divided by n, not by its square root": t * s / n,
    }


def expect_interval(found: Any, values: np.ndarray, confidence: float, what: str) -> None:
    """Raises `Wrong` unless (mean, low, high) are those of the values."""
    mean, low, high = triple(found, what)
    expected, half = float(values.mean()), half_width(values, confidence)
    if not agree(mean, expected):
        median = " It is the median." if agree(mean, float(np.median(values))) else ""
        raise Wrong(f"{what}: the mean should be {expected:.6g}; it is {mean:.6g}.{median}", "not the mean")
    if agree((low, high), (expected - half, expected + half)):
        return
    width = f"at {confidence:.0%} confidence with {len(values)} runs"
    if low > high:
        raise Wrong(f"{what}: low is above high.", "low and high exchanged")
    words = first_match((high - low) / 2, wrong_half_widths(values, confidence), 1e-5)
    if words:
        raise Wrong(f"{what}, {width}: this is {words}.", "wrong interval")
    raise Wrong(
        f"{what}, {width}: the interval runs from {low:.6g} to {high:.6g}, {(high - low) / 2:.3g} to each"
        f" side; Student's t interval reaches {half:.3g} to each side of the mean.",
        "wrong interval",
    )


def expect_difference(found: Any, a: np.ndarray, b: np.ndarray, confidence: float, what: str) -> None:
    """Raises `Wrong` unless mean, interval and verdict are those of the paired differences a - b."""
    if not isinstance(found, list | tuple) or len(found) != 4:
        raise Wrong(f"{what} should be the four values (mean, low, high, real).", "wrong form")
    paired = a - b
    mean, low, high = triple(found[:3], what)
    if agree(mean, -float(paired.mean())) and not agree(mean, float(paired.mean())):
        raise Wrong(
            f"{what}: the sign is turned round. The difference is the first minus the second.",
            "sign reversed",
        )
    n = len(a)
    apart = float(np.sqrt(a.var(ddof=1) / n + b.var(ddof=1) / n))
    factors = {
        "t": stats.t.ppf((1 + confidence) / 2, n - 1), "pooled": stats.t.ppf((1 + confidence) / 2, 2 * n - 2),
        "normal": stats.norm.ppf((1 + confidence) / 2), "added": 0.0,
    }  # fmt: skip
    unpaired = [(name, float(factor) * apart) for name, factor in factors.items() if factor]
    unpaired.append(("added", half_width(a, confidence) + half_width(b, confidence)))
    if not agree(half_width(paired, confidence), (high - low) / 2) and first_match((high - low) / 2, unpaired, 1e-5):
        raise Wrong(
            f"{what}: this interval treats the two as separate groups. Run by run they share split and"
            " batches, and so their luck: take the differences first, then the mean and interval of these.",
            "not paired",
        )
    expect_interval((mean, low, high), paired, confidence, what)
    real = yes_or_no(found[3], f"{what}: `real`")
    outside = abs(float(paired.mean())) > half_width(paired, confidence)
    if real != outside:
        raise Wrong(
            f"{what}: the interval runs from {low:.3g} to {high:.3g}, yet `real` is {real}. A difference is"
            " real when 0 lies outside the interval of the differences.",
            "wrong verdict",
        )


def triple(found: Any, what: str) -> tuple[float, float, float]:
    """(mean, low, high)"""
    if isinstance(found, np.ndarray):
        found = found.tolist()
    if not isinstance(found, list | tuple) or len(found) != 3:
        raise Wrong(f"{what} should be the three numbers (mean, low, high).", "wrong form")
    mean, low, high = (
        number(value, f"{what}: {part}") for value, part in zip(found, ("mean", "low", "high"), strict=True)
    )
    return mean, low, high
