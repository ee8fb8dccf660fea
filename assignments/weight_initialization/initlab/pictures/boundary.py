"""Where in the plane a network answers which class."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..data import Data
from .style import axes_for, colour, marker, tidy

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def decision_boundary(
    predict: Callable[[NDArray], ArrayLike],
    data: Data,
    *,
    title: str | None = None,
    resolution: int = 200,
    axes: Axes | None = None,
) -> Axes:
    """Colour the plane by the predicted class, stronger where the network is surer, with the samples on top.

    `predict` takes inputs (n, 2) and returns probabilities: (n,) or (n, 1) of class 1, or (n, classes). For a
    `Network` it is `lambda x: network.forward(weights, x).outputs[0]`, for Keras `model.predict`. Raises
    ValueError if `data` does not have two features, or the predictions have another shape.
    """
    if data.inputs.shape[1] != 2:
        raise ValueError(f"a decision boundary needs data with 2 features, this has {data.inputs.shape[1]}")
    axes = axes_for(axes, 5.0, 4.4)
    low, high = data.inputs.min(axis=0), data.inputs.max(axis=0)
    margin = 0.15 * (high - low)
    x1, x2 = (np.linspace(a, b, resolution) for a, b in zip(low - margin, high + margin, strict=True))
    grid = np.stack(np.meshgrid(x1, x2), axis=-1)
    scores = _class_probabilities(np.asarray(predict(grid.reshape(-1, 2))), resolution**2, len(data.class_names))
    axes.imshow(
        _mix(scores).reshape(resolution, resolution, 3),
        origin="lower",
        extent=(x1[0], x1[-1], x2[0], x2[-1]),
        aspect="auto",
        interpolation="bilinear",
    )
    winner = scores.argmax(axis=1).reshape(resolution, resolution)
    for label in np.unique(winner)[1:]:
        axes.contour(x1, x2, winner >= label, levels=[0.5], colors="black", linewidths=1.5)
    if len(np.unique(winner)) == 1:
        axes.text(
            0.5,
            0.02,
            f"class {data.class_names[winner[0, 0]]} everywhere",
            ha="center",
            transform=axes.transAxes,
        )
    for label, name in enumerate(data.class_names):
        points = data.inputs[data.labels == label]
        style: dict[str, Any] = {
            "color": colour(label),
            "marker": marker(label),
            "s": 90 if len(data) < 20 else 24,
        }
        axes.scatter(*points.T, edgecolors="white", linewidths=0.6, label=f"class {name}", zorder=3, **style)
    axes.legend(frameon=True, fontsize="small", loc="upper right")
    return tidy(axes, title, data.feature_names[0], data.feature_names[1], grid="")


def _class_probabilities(scores: NDArray, n: int, classes: int) -> NDArray:
    scores = scores.astype(np.float64)
    if scores.shape in ((n,), (n, 1)):
        ones = scores.reshape(n)
        scores = np.column_stack([1 - ones, ones])
    if scores.shape != (n, classes):
        raise ValueError(f"predict returned shape {scores.shape} for {n} points and {classes} classes")
    return scores


def _mix(probabilities: NDArray) -> NDArray:
    """Each point's colour: those of the classes, weighted by probability and made paler."""
    from matplotlib.colors import to_rgb

    colours = np.array([to_rgb(colour(label)) for label in range(probabilities.shape[1])])
    return 1 - 0.45 * (1 - np.clip(probabilities, 0, 1) @ colours)
