"""Several groups of runs compared: each run, the mean, and the interval in which the true mean may lie."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from .style import axes_for, colour, marker, tidy

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def means_with_intervals(
    samples: Mapping[str, ArrayLike],
    *,
    xlabel: str,
    confidence: float = 0.95,
    title: str | None = None,
    axes: Axes | None = None,
) -> Axes:
    """One row per group: a pale point for every run, the mean, and Student's t interval for it.

    `samples` holds (R,) numbers for each name, R at least 2. The interval is mean +- t * s / sqrt(R), with s
    the sample standard deviation and t the quantile for `confidence` at R - 1 degrees of freedom. Raises
    ValueError if a group is too small, holds a number that is not finite, or confidence is not between 0 and
    1.
    """
    from scipy import stats

    if not 0 < confidence < 1:
        raise ValueError(f"confidence must lie between 0 and 1, got {confidence}")
    axes = axes_for(axes, height=1.6 + 0.6 * len(samples))
    for row, (name, values) in enumerate(samples.items()):
        runs = np.asarray(values, dtype=np.float64)
        if runs.ndim != 1 or len(runs) < 2 or not np.isfinite(runs).all():
            raise ValueError(f"{name!r} must be at least two finite numbers, one per run; its shape is {runs.shape}")
        half = stats.t.ppf((1 + confidence) / 2, len(runs) - 1) * runs.std(ddof=1) / np.sqrt(len(runs))
        half = 0.0 if np.ptp(runs) <= 1e-12 * np.abs(runs).max() else half  # equal up to rounding
        # Spread evenly, in the order of the runs: points that coincide stay visible, and nothing is random.
        heights = row + 0.12 + 0.24 * np.arange(len(runs)) / (len(runs) - 1)
        axes.plot(runs, heights, ".", color=colour(row), alpha=0.35, markersize=4, markeredgewidth=0)
        axes.errorbar(runs.mean(), row - 0.1, xerr=half, color=colour(row), marker=marker(row), capsize=4, lw=2)
        axes.annotate(
            f"{runs.mean():.3g} ± {half:.2g}",
            (runs.mean(), row - 0.1),
            xytext=(0, 9),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize="small",
        )
    axes.set_yticks(range(len(samples)), [f"{name} ({np.size(values)} runs)" for name, values in samples.items()])
    axes.margins(x=0.12)
    axes.set_ylim(len(samples) - 0.4, -0.6)
    return tidy(axes, title, f"{xlabel}: mean, {100 * confidence:g} % interval, single runs", "", grid="x")
