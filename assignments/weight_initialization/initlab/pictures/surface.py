"""Paths of training on the loss surface, in the plane that holds most of their movement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ..data import Data
from ..network import Network
from ..weights import Weights, weights_from_vectors
from .style import axes_for, colour, marker, tidy

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def loss_surface(
    network: Network,
    paths: Mapping[str, Sequence[Weights]],
    data: Data,
    *,
    replica: int = 0,
    resolution: int = 60,
    title: str | None = None,
    axes: Axes | None = None,
) -> Axes:
    """Contours of the training loss in a plane through the weights, and the path of one replica of each run
    on it.

    `paths` holds `Run.path` for each name (train with keep_path=True). The plane is spanned by the two
    principal components of all points of all paths (Li et al. 2018, section 7). Points off the plane are
    projected onto it, so a path can seem to climb. Raises ValueError if the paths hold fewer than three
    points, or do not move.
    """
    points = {
        name: np.concatenate([weights.replica(replica).vectors() for weights in path]).astype(np.float64)
        for name, path in paths.items()
    }
    every = np.concatenate(list(points.values()))
    every = every[np.isfinite(every).all(axis=1)]
    centre = every.mean(axis=0)
    if len(every) < 3 or not np.ptp(every, axis=0).any():
        raise ValueError("the paths must hold at least three points, and move")
    _, singular, directions = np.linalg.svd(every - centre, full_matrices=False)
    share = singular[:2] ** 2 / np.sum(singular**2)
    plane = directions[:2]
    flat = {name: (path - centre) @ plane.T for name, path in points.items()}

    axes = axes_for(axes, 6.4, 4.8)
    low, high = (bound((every - centre) @ plane.T, axis=0) for bound in (np.min, np.max))
    margin = np.maximum(0.2 * (high - low), 0.1 * np.max(high - low))
    x, y = (np.linspace(a, b, resolution) for a, b in zip(low - margin, high + margin, strict=True))
    grid = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    # Every point of the grid is a replica: the whole surface is one call per row.
    rows = np.array_split(grid, resolution)
    losses = [
        network.loss(weights_from_vectors(centre + row @ plane, network.widths), data.inputs, data.labels)
        for row in rows
    ]
    surface = np.log10(np.maximum(np.concatenate(losses).reshape(resolution, resolution), 1e-6))
    filled = axes.contourf(x, y, np.ma.masked_invalid(surface), levels=20, cmap="Greys", alpha=0.75)
    axes.figure.colorbar(filled, ax=axes, label="log10 of the training loss")
    for index, (name, path) in enumerate(flat.items()):
        style: dict[str, Any] = {"color": colour(index), "marker": marker(index)}
        axes.plot(*path.T, **style, markersize=3, linewidth=1.6, label=name)
        axes.plot(*path[0], **style, markersize=11, fillstyle="none", markeredgewidth=2)
        axes.plot(*path[-1], **style, markersize=9, markeredgecolor="white")
    axes.legend(frameon=True, fontsize="small", title="open: start, filled: end", title_fontsize="small")
    labels = [f"principal direction {i + 1} ({100 * part:.0f} % of movement)" for i, part in enumerate(share)]
    return tidy(axes, title, labels[0], labels[1], grid="")
