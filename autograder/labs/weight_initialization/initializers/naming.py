"""Which known mistake produced these weights: the likelihood of every formula in the catalogue."""

import math
from collections.abc import Sequence

import numpy as np

from autograder.labs.weight_initialization.initializers.formulas import Formula
from autograder.verdict.statistics.checks import spread

FIT_ALPHA = 1e-6
"""A formula fits unless its spread is rejected at this level: one right name in a million is withheld. That is
stricter than the 1e-9 of a verdict, because a name given wrongly is worse than none."""


def name_scale(
    variances: Sequence[float],
    sizes: Sequence[int],
    predicted: Sequence[tuple[Formula, Sequence[float]]],
    one_sided: bool = False,
) -> Formula | None:
    """The formula with the highest likelihood, if it fits the weights at every kernel and no other one does.

    `variances` are the kernels' sample variances from `sizes` draws, `predicted` each formula's std per
    kernel. Weights of one sign have candidates of their own, which are asked first.
    """

    def fitting(sided: bool) -> list[tuple[float, Formula]]:
        return [
            (log_likelihood(variances, sizes, stds), formula)
            for formula, stds in predicted
            if formula.one_sided == sided and not spread(variances, sizes, stds, FIT_ALPHA).rejected
        ]

    found = fitting(one_sided) or fitting(False)
    if len({formula.key for _, formula in found}) != 1:
        return None
    return max(found, key=lambda fit: fit[0])[1]


def log_likelihood(variances: Sequence[float], sizes: Sequence[int], stds: Sequence[float]) -> float:
    """Normal log-likelihood of kernels with these sample variances and sizes, up to a constant."""
    counts, targets = np.asarray(sizes), np.asarray(stds)
    return float(np.sum(-counts * np.log(targets) - (counts - 1) * np.asarray(variances) / (2 * targets**2)))


def table(names: Sequence[str], measured: Sequence[float], expected: Sequence[float]) -> str:
    """Measured beside expected spread, one kernel a line."""
    rows = zip(names, measured, expected, strict=True)
    return "\n".join(
        f"  {name}: std {got:.4g}, expected {want:.4g} (ratio {_ratio(got, want)})" for name, got, want in rows
    )


def _ratio(got: float, want: float) -> str:
    return f"{got / want:.3f}" if math.isfinite(got) and want > 0 else "unknown"
