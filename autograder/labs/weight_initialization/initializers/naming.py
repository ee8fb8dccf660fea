"""Which known mistake produced these weights: the likelihood of every formula in the catalogue."""

import math
from collections.abc import Sequence

import numpy as np

from autograder.labs.weight_initialization.initializers.formulas import Formula
from autograder.labs.weight_initialization.initializers.identifiability import FIT_ALPHA
from autograder.verdict.statistics.samples import Groups, other_spread


def name_scale(
    variances: np.ndarray,
    sizes: np.ndarray,
    groups: Groups,
    predicted: Sequence[tuple[Formula, Sequence[float]]],
    one_sided: bool = False,
) -> Formula | None:
    """The formula with the highest likelihood, if it fits the weights of every group and no other one does.

    `variances` are the kernels' sample variances from `sizes` draws, `predicted` each formula's std per
    kernel. Weights of one sign have candidates of their own, which are asked first.
    """

    def fitting(sided: bool) -> list[tuple[float, Formula]]:
        asked = [(formula, np.asarray(stds)) for formula, stds in predicted if formula.one_sided == sided]
        if not asked:
            return []
        with np.errstate(over="ignore"):
            ratios = variances / np.asarray([stds for _, stds in asked]) ** 2
        rejected = np.any(other_spread(ratios, sizes, groups, FIT_ALPHA), axis=1)
        return [
            (log_likelihood(variances, sizes, stds), formula)
            for (formula, stds), out in zip(asked, rejected, strict=True)
            if not out
        ]

    found = fitting(one_sided) or fitting(False)
    if len({formula.key for _, formula in found}) != 1:
        return None
    return max(found, key=lambda fit: fit[0])[1]


def log_likelihood(variances: np.ndarray, sizes: np.ndarray, stds: np.ndarray) -> float:
    """Normal log-likelihood of kernels with these sample variances and sizes, up to a constant."""
    return float(np.sum(-sizes * np.log(stds) - sizes * variances / (2 * stds**2)))


def table(names: Sequence[str], measured: Sequence[float], expected: Sequence[float]) -> str:
    """Measured beside expected spread, one kernel a line."""
    rows = zip(names, measured, expected, strict=True)
    return "\n".join(
        f"  {name}: std {got:.4g}, expected {want:.4g} (ratio {_ratio(got, want)})" for name, got, want in rows
    )


def _ratio(got: float, want: float) -> str:
    return f"{got / want:.3f}" if math.isfinite(got) and want > 0 else "unknown"
