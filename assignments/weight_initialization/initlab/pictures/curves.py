"""Curves over training: the typical replica, and how far the others are from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from .style import axes_for, colour, marker, tidy, whole_numbers

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def loss_curves(
    losses: Mapping[str, ArrayLike],
    *,
    ylabel: str = "training loss (cross-entropy, nats)",
    log: bool = False,
    title: str | None = None,
    axes: Axes | None = None,
) -> Axes:
    """Loss (or accuracy) against epochs: the median over replicas, and a band from the 10th to the 90th
    percentile.

    `losses` holds (epochs + 1,) or (R, epochs + 1) numbers for each name, index 0 being before training, as
    in `Run`. Replicas whose loss is not finite have left the picture: the legend says how many.
    """
    axes = axes_for(axes)
    for index, (name, values) in enumerate(losses.items()):
        curves = np.atleast_2d(np.asarray(values, dtype=np.float64))
        curves = np.where(np.isfinite(curves), curves, np.inf)
        epochs = np.arange(curves.shape[1])
        low, middle, high = np.percentile(curves, (10, 50, 90), axis=0, method="nearest")
        lost = int(np.isinf(curves[:, -1]).sum())
        label = name if len(curves) == 1 else f"{name} ({len(curves)} runs)"
        if lost:
            label += f", {lost} diverged"
        every = max(1, len(epochs) // 10)
        seen = np.where(np.isfinite(middle), middle, np.nan)
        axes.plot(
            epochs,
            seen,
            color=colour(index),
            marker=marker(index),
            markevery=every,
            markersize=4.5,
            label=label,
        )
        if len(curves) > 1:
            shown = np.isfinite(high)
            axes.fill_between(epochs, low, high, where=shown, color=colour(index), alpha=0.18, linewidth=0)
    whole_numbers(axes)
    if log:
        axes.set_yscale("log")
    axes.legend(frameon=False, fontsize="small")
    return tidy(axes, title, "epoch (0: before training)", ylabel)
