"""Pictures of a verdict: the weights that were drawn beside the law that was asked for."""

import io
import textwrap

from markupsafe import Markup

from autograder.verdict.grader import Histogram

WIDTH, HEIGHT = 520, 200  # of the SVG's drawing, in its own units
LEFT, BOTTOM = 10, 180  # where the axes meet
BLUE, ORANGE = "#0072B2", "#D55E00"  # Okabe and Ito: told apart by the colour-blind
_SVG = """<figure class="picture">
<svg viewBox="0 0 {width} {height}" role="img" aria-label="Histogram: {label}">
<polygon class="yours" points="{outline}"/><polyline class="asked" points="{curve}"/>
<line x1="{left}" y1="{bottom}" x2="{right}" y2="{bottom}"/>
<text x="{left}" y="{height}">{low}</text><text x="{right}" y="{height}" text-anchor="end">{high}</text>
</svg><figcaption>{label}: <span class="yours">■ your weights</span>,
<span class="asked">— what the formula gives</span></figcaption></figure>"""


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


def histogram_svg(picture: Histogram) -> Markup:
    """The same picture for the feedback page: drawn by the browser, which takes no time here."""
    low, high = picture.edges[0], picture.edges[-1]
    top = max(*picture.density, *picture.expected)

    def point(weight: float, density: float) -> str:
        x = LEFT + (weight - low) / (high - low) * (WIDTH - 2 * LEFT)
        return f"{x:.1f},{BOTTOM - density / top * (BOTTOM - LEFT):.1f}"

    pairs = list(zip(picture.edges, picture.edges[1:], strict=False))
    steps = [point(edge, density) for pair, density in zip(pairs, picture.density, strict=True) for edge in pair]
    curve = [point((left + right) / 2, density) for (left, right), density in zip(pairs, picture.expected, strict=True)]
    drawn = {
        "outline": " ".join([point(low, 0), *steps, point(high, 0)]),
        "curve": " ".join(curve),
        "label": picture.label,
        "low": f"{low:.3g}",
        "high": f"{high:.3g}",
    }
    return Markup(_SVG).format(**drawn, width=WIDTH, height=HEIGHT, bottom=BOTTOM, left=LEFT, right=WIDTH - LEFT)
