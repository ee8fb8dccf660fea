"""One number per layer, down the network, for several initializers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .style import GREY, axes_for, colour, marker, tidy, whole_numbers

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def layer_ladder(
    values: Mapping[str, ArrayLike],
    *,
    ylabel: str,
    predicted: Mapping[str, ArrayLike] | None = None,
    title: str | None = None,
    axes: Axes | None = None,
) -> Axes:
    """A statistic per layer on a logarithmic axis: the median over replicas, and a band from the 10th to the
    90th percentile.

    `values` holds, for each name, (layers,) or (R, layers) numbers that are not negative, such as variances
    or gradient norms; `predicted` holds (layers,) numbers by the same names, drawn dashed. A logarithmic axis
    has no zero: layers where the number is exactly 0 are marked on the bottom line. Layers are counted from
    1.
    """
    axes = axes_for(axes)
    series = {name: np.atleast_2d(np.asarray(v, dtype=np.float64)) for name, v in values.items()}
    floor = _floor(series)
    for index, (name, numbers) in enumerate(series.items()):
        layers = np.arange(1, numbers.shape[1] + 1)
        low, middle, high = np.percentile(numbers, (10, 50, 90), axis=0)
        style: dict[str, Any] = {"color": colour(index), "marker": marker(index)}
        zero = middle == 0
        label = f"{name} (open: exactly 0)" if zero.any() else name
        axes.plot(
            layers,
            np.where(zero, np.nan, middle),
            **style,
            markersize=4.5,
            label=None if zero.all() else label,
        )
        if len(numbers) > 1:
            axes.fill_between(
                layers, np.maximum(low, floor), np.maximum(high, floor), color=colour(index), alpha=0.18, lw=0
            )
        if zero.any():
            marks: dict[str, Any] = {
                "ls": "",
                "fillstyle": "none",
                "clip_on": False,
                "label": label if zero.all() else None,
            }
            axes.plot(layers[zero], np.full(zero.sum(), floor), **style, **marks)
        if predicted and name in predicted:
            axes.plot(layers, np.asarray(predicted[name]), color=colour(index), ls="--", lw=2.2, alpha=0.6)
    axes.set_yscale("log")
    axes.set_ylim(bottom=floor)
    whole_numbers(axes)
    if predicted:
        axes.plot([], [], color=GREY, ls="--", lw=2.2, label="predicted")
    axes.legend(frameon=False, fontsize="small")
    return tidy(axes, title, "layer", ylabel)


def _floor(series: Mapping[str, NDArray]) -> float:
    every = np.concatenate([numbers.ravel() for numbers in series.values()])
    positive = every[(every > 0) & np.isfinite(every)]
    if not positive.size:
        return 1e-3
    return float(10 ** (np.floor(np.log10(positive.min())) - (1 if (every == 0).any() else 0)))
