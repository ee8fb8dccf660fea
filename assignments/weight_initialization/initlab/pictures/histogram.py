"""A histogram of weights beside the density they should follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .style import axes_for, colour, tidy

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def weight_histogram(
    values: ArrayLike,
    density: Callable[[NDArray], NDArray] | None = None,
    *,
    title: str | None = None,
    xlabel: str = "weight",
    density_label: str = "target density",
    axes: Axes | None = None,
) -> Axes:
    """Histogram, with area 1, of an array of any shape; `density` is drawn over it as a line.

    `density` is a function of the weight, such as `scipy.stats.norm(0, 0.1).pdf`. If all values are equal
    there is no density to draw, and a spike stands for them. Raises ValueError if there are no values, or one
    is not finite.
    """
    values = np.asarray(values, dtype=np.float64).ravel()
    if not values.size or not np.isfinite(values).all():
        raise ValueError("a histogram needs at least one value, and all of them finite")
    axes = axes_for(axes)
    low, high = values.min(), values.max()
    if low == high:
        _spike(axes, float(low), values.size)
        axes.set_yticks([])
        return tidy(axes, title, xlabel, "", grid="")
    facts = f"{values.size:,} weights\nmean {values.mean():.3g}, std {values.std():.3g}"
    bins = int(np.clip(np.sqrt(values.size), 10, 60))
    axes.hist(values, bins=bins, density=True, color=colour(5), edgecolor="white", linewidth=0.4, label=facts)
    if density is not None:
        margin = 0.12 * (high - low)
        x = np.linspace(low - margin, high + margin, 1000)
        axes.plot(x, density(x), color=colour(1), linewidth=2, label=density_label)
    axes.set_ylim(0, 1.35 * axes.get_ylim()[1])
    axes.legend(frameon=False, loc="upper right", fontsize="small")
    return tidy(axes, title, xlabel, "density")


def _spike(axes: Axes, value: float, count: int) -> None:
    reach = max(abs(value), 1.0)
    axes.plot([value, value], [0, 1], color=colour(5), linewidth=5, solid_capstyle="butt")
    axes.annotate(
        f"all {count:,} weights are {value:g}",
        (value, 1),
        xytext=(0, 6),
        textcoords="offset points",
        ha="center",
    )
    axes.set_xlim(value - reach, value + reach)
    axes.set_ylim(0, 1.25)
