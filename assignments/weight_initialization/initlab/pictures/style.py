"""The look that all pictures share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Okabe & Ito 2008: eight colours that stay apart for colour-blind readers; the yellow is left out as too
#: pale for lines.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
#: Second mark of a series, so that it can be told apart without colour.
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
GREY = "#666666"


def colour(index: int) -> str:
    """The colour of series number `index`."""
    return COLOURS[index % len(COLOURS)]


def marker(index: int) -> str:
    """The marker of series number `index`."""
    return MARKERS[index % len(MARKERS)]


def axes_for(axes: Axes | None, width: float = 6.0, height: float = 4.0) -> Axes:
    """The given axes, or those of a new figure of this size in inches."""
    if axes is not None:
        return axes
    import matplotlib.pyplot as plt

    return plt.subplots(figsize=(width, height), layout="constrained")[1]


def tidy(axes: Axes, title: str | None, xlabel: str, ylabel: str, grid: str = "y") -> Axes:
    """Title, labels, a quiet grid, and no frame at the top and right."""
    if title:
        axes.set_title(title)
    axes.set_xlabel(xlabel)
    axes.set_ylabel(ylabel)
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_axisbelow(True)
    if grid:
        axes.grid(axis=grid, color="#dddddd", linewidth=0.8)  # type: ignore[arg-type]
    return axes


def whole_numbers(axes: Axes) -> None:
    """Ticks of the x axis only at whole numbers: there is no layer 2.5."""
    from matplotlib.ticker import MaxNLocator

    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
