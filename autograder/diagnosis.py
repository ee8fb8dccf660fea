"""Which known mistake produced these weights: the likelihood of every formula in the catalogue over all
kernels."""

import math
from collections.abc import Sequence

import numpy as np

from autograder.misconceptions.formulas import Formula
from autograder.statistics.checks import spread

FIT_ALPHA = 1e-6
"""A formula fits unless its spread is rejected at this level: one right name in a million is withheld. It is
wider than needed for a verdict (1e-9 would be), because a name given wrongly is worse than none."""


def name_scale(
    variances: Sequence[float],
    sizes: Sequence[int],
    predicted: Sequence[tuple[Formula, Sequence[float]]],
    one_sided: bool = False,
) -> Formula | None:
    """The formula with the highest likelihood, if it fits the weights at every kernel and no other one does.

    `variances` are the kernels' sample variances from `sizes` draws, `predicted` each formula's std per
    kernel. Weights of one sign and weights of both signs have different candidates.
    """
    eligible = [(formula, stds) for formula, stds in predicted if formula.one_sided == one_sided]
    if one_sided and not any(
        spread(variances, sizes, stds, FIT_ALPHA).rejected is False for _, stds in eligible
    ):
        eligible = [(formula, stds) for formula, stds in predicted if not formula.one_sided]
    fitting = [
        (log_likelihood(variances, sizes, stds), formula)
        for formula, stds in eligible
        if not spread(variances, sizes, stds, FIT_ALPHA).rejected
    ]
    if not fitting or len({formula.key for _, formula in fitting}) > 1:
        return None
    return max(fitting, key=lambda fit: fit[0])[1]


def log_likelihood(variances: Sequence[float], sizes: Sequence[int], stds: Sequence[float]) -> float:
    """Normal log-likelihood of kernels with these sample variances and sizes, up to a constant."""
    counts, targets = np.asarray(sizes), np.asarray(stds)
    return float(np.sum(-counts * np.log(targets) - (counts - 1) * np.asarray(variances) / (2 * targets**2)))


def table(names: Sequence[str], measured: Sequence[float], expected: Sequence[float]) -> str:
    """Measured beside expected spread, one kernel a line."""
    rows = zip(names, measured, expected, strict=True)
    return "\n".join(
        f"  {name}: std {got:.4g}, expected {want:.4g} (ratio {_ratio(got, want)})"
        for name, got, want in rows
    )


def _ratio(got: float, want: float) -> str:
    return f"{got / want:.3f}" if math.isfinite(got) and want > 0 else "unknown"
