"""A drawing of a network: its layers of units and the kernels between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..network import Network
from ..weights import Weights
from .style import GREY, axes_for, colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Of a layer with more units only the first and last few are drawn, with dots between them.
_MOST_UNITS = 10


def network_diagram(
    network: Network,
    weights: Weights | None = None,
    *,
    replica: int = 0,
    title: str | None = None,
    axes: Axes | None = None,
) -> Axes:
    """Units as circles, layer by layer from left to right, with each kernel's shape, (fan_in, fan_out), above
    its lines.

    With `weights`, a line is blue for a positive and orange for a negative weight of this replica, wider for
    a larger one (the largest of each layer is equally wide), and missing for a weight of zero.
    """
    from matplotlib.collections import LineCollection

    widths = network.widths
    axes = axes_for(axes, 1.6 + 1.9 * len(widths), 4.6)
    places = [_places(width) for width in widths]
    for layer, (left, right) in enumerate(pairwise(places)):
        ends = [((layer, y), (layer + 1, z)) for y in left.values() for z in right.values()]
        if weights is None:
            axes.add_collection(LineCollection(ends, colors="#bbbbbb", linewidths=0.8, zorder=1))
        else:
            kernel = weights.kernels[layer][replica][np.ix_(list(left), list(right))].ravel()
            strength = np.abs(kernel) / max(np.abs(weights.kernels[layer][replica]).max(), np.finfo(float).tiny)
            colours = [colour(0) if weight > 0 else colour(1) for weight in kernel]
            axes.add_collection(LineCollection(ends, colors=colours, linewidths=2.6 * strength, alpha=0.75, zorder=1))
        axes.text(
            layer + 0.5,
            1.1,
            f"kernel\n({widths[layer]}, {widths[layer + 1]})",
            ha="center",
            va="bottom",
            fontsize=9,
        )
    for layer, (width, units) in enumerate(zip(widths, places, strict=True)):
        heights: NDArray = np.array(list(units.values()))
        axes.scatter(
            np.full(len(heights), layer),
            heights,
            s=230,
            color="white",
            edgecolors="black",
            linewidths=1.4,
            zorder=2,
        )
        if len(units) < width:
            axes.text(layer, 0, "⋮", ha="center", va="center", fontsize=18, color=GREY)
        axes.text(layer, -1.18, _caption(network, layer), ha="center", va="top", fontsize=9)
    axes.set_xlim(-0.6, len(widths) - 0.4)
    axes.set_ylim(-1.65, 1.45)
    axes.axis("off")
    if title:
        axes.set_title(title)
    return axes


def _places(width: int) -> dict[int, float]:
    """Height, from -1 to 1, of each unit that is drawn."""
    step = min(2 / (_MOST_UNITS - 1), 0.5)
    if width <= _MOST_UNITS:
        return {unit: step * ((width - 1) / 2 - unit) for unit in range(width)}
    shown = _MOST_UNITS // 2 - 1
    top = {unit: 1 - step * unit for unit in range(shown)}
    return top | {width - 1 - unit: -1 + step * unit for unit in reversed(range(shown))}


def _caption(network: Network, layer: int) -> str:
    units = f"{network.widths[layer]} unit{'s' if network.widths[layer] > 1 else ''}"
    if layer == 0:
        return f"input\n{network.widths[0]} feature{'s' if network.widths[0] > 1 else ''}"
    if layer == len(network.widths) - 1:
        return f"output\n{units}, {network.output}"
    return f"hidden {layer}\n{units}, {network.hidden.name}"
