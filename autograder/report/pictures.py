"""Pictures of a verdict: the weights that were drawn beside the law that was asked for."""

import io
import textwrap

from autograder.verdict.grader import Histogram

BLUE, ORANGE = "#0072B2", "#D55E00"  # Okabe and Ito: told apart by the colour-blind


def histogram_png(picture: Histogram) -> bytes:
    """The histogram as a PNG; the same picture gives the same bytes."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5.2, 2.6), dpi=100, layout="constrained")
    axes = figure.add_subplot()
    axes.stairs(picture.density, picture.edges, fill=True, color=BLUE, alpha=0.55, label="your weights")
    middles = [(left + right) / 2 for left, right in zip(picture.edges, picture.edges[1:], strict=False)]
    axes.plot(middles, picture.expected, color=ORANGE, linewidth=2, label="what the formula gives")
    axes.set_title(textwrap.fill(picture.label, 60), fontsize=9)
    axes.set_xlabel("weight")
    axes.set_ylabel("density")
    axes.legend(frameon=False, fontsize=8)
    axes.spines[["top", "right"]].set_visible(False)
    written = io.BytesIO()
    FigureCanvasAgg(figure).print_png(written, metadata={"Software": None})
    return written.getvalue()
