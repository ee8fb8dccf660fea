"""The picture of the checks' power: probability to reject a scale that is off by some per cent."""

from pathlib import Path

import matplotlib
import numpy as np
from scipy import stats

from autograder.verdict.statistics.checks import CHECK_ALPHA
from autograder.verdict.statistics.families import NORMAL, TRUNCATED, UNIFORM, Family
from autograder.verdict.statistics.sample_size import FOR_SPREAD, accepted, draws_needed
from autograder.verdict.statistics.samples import FOR_ALL

matplotlib.use("Agg")
from matplotlib import pyplot as plt

LEAKY_DRAWS = 2 * 104 * 228  # the fewest that `draw_large_leaky` asks for
KERNELS = 47  # of a probe, which share an eighth of the check's budget for their limits


def power(family: Family, draws: int, error: float) -> float:
    """P(the pooled spread is rejected) for a scale off by the relative `error`.

    The mean of w²/sigma² over many draws is normal with variance (kurtosis - 1) / draws.
    """
    low, high = accepted(draws, CHECK_ALPHA * FOR_SPREAD * FOR_ALL)
    mean = stats.norm(1, np.sqrt((family.kurtosis - 1) / draws))
    ratio = (1 + error) ** 2
    return float(mean.cdf(low / ratio) + mean.sf(high / ratio))


def limit_power(draws: int, error: float) -> float:
    """P(a uniform law's limits are rejected): a wider law passes them, a narrower one never gets there."""
    if error > 0:
        return 1 - (1 / (1 + error)) ** draws
    large = draws / 4  # a large kernel's draws: it sees best that its largest weight is too small
    lowest = (CHECK_ALPHA / 8 / KERNELS) ** (1 / large)
    return 1 - (1 - float(min(1.0, lowest / (1 + error)) ** large)) ** 3


def save(path: Path) -> None:
    """Draws the curves into a PNG file."""
    errors = np.linspace(-0.04, 0.04, 401)
    pooled = draws_needed()
    curves = {
        f"scale, normal draws ({pooled:,})": [power(NORMAL, pooled, e) for e in errors],
        "scale, truncated normal draws": [power(TRUNCATED, pooled, e) for e in errors],
        "scale, uniform draws": [power(UNIFORM, pooled, e) for e in errors],
        f"negative slope, normal draws ({LEAKY_DRAWS:,})": [power(NORMAL, LEAKY_DRAWS, e) for e in errors],
        "law: limits of uniform draws": [limit_power(pooled, e) for e in errors],
    }
    figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
    for label, values in curves.items():
        axes.plot(100 * errors, values, label=label)
    axes.axvspan(-2.5, 2.5, color="0.95", zorder=0)
    axes.set(xlabel="error of the scale (%)", ylabel="probability to be rejected", ylim=(-0.02, 1.02))
    axes.legend(fontsize="small", loc="center left", bbox_to_anchor=(1, 0.5))
    figure.savefig(path, dpi=120)
    plt.close(figure)
