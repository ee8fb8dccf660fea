"""Pictures: each draws what it is given on the axes it is given, returns them, and never shows a window."""

import matplotlib

matplotlib.use("Agg")

from collections.abc import Iterator

import initlab
import matplotlib.pyplot as plt
import numpy as np
import pytest
from initlab import pictures
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

NETWORK = initlab.Network((2, 3, 1), "tanh", "sigmoid")
WEIGHTS = NETWORK.initialize(lambda shape, rng: rng.normal(size=shape), np.random.default_rng(1), replicas=4)
RUN = initlab.train(NETWORK, WEIGHTS, initlab.xor(), epochs=5, rng=np.random.default_rng(1), keep_path=True)
assert RUN.path is not None
PATH = RUN.path

DRAW = {
    "weight_histogram": lambda axes: pictures.weight_histogram(WEIGHTS.kernels[0], np.exp, axes=axes),
    "layer_ladder": lambda axes: pictures.layer_ladder({"mine": [1.0, 0.5]}, ylabel="variance", axes=axes),
    "loss_curves": lambda axes: pictures.loss_curves({"mine": RUN.losses}, axes=axes),
    "means_with_intervals": lambda axes: pictures.means_with_intervals({"a": [1, 2.0]}, xlabel="loss", axes=axes),
    "decision_boundary": lambda axes: pictures.decision_boundary(
        lambda x: NETWORK.forward(WEIGHTS, x).outputs[0], initlab.xor(), resolution=20, axes=axes
    ),
    "loss_surface": lambda axes: pictures.loss_surface(
        NETWORK, {"mine": PATH}, initlab.xor(), resolution=10, axes=axes
    ),
    "network_diagram": lambda axes: pictures.network_diagram(NETWORK, WEIGHTS, axes=axes),
}


@pytest.fixture(autouse=True)
def no_window(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(plt, "show", lambda *_, **__: pytest.fail("a picture called plt.show()"))
    yield
    plt.close("all")


def texts(axes: Axes) -> str:
    legend = axes.get_legend()
    found = [
        *axes.texts,
        axes.title,
        axes.xaxis.label,
        axes.yaxis.label,
        *(legend.get_texts() if legend else []),
    ]
    return "\n".join(text.get_text() for text in found)


def test_the_table_above_is_complete() -> None:
    assert set(DRAW) == set(pictures.__all__)


@pytest.mark.parametrize("name", DRAW)
def test_it_draws_on_the_given_axes_and_opens_no_figure(name: str) -> None:
    axes = plt.subplots()[1]
    assert DRAW[name](axes) is axes
    assert len(plt.get_fignums()) == 1
    axes.figure.canvas.draw()
    assert axes.has_data()


@pytest.mark.parametrize("name", DRAW)
def test_without_axes_it_makes_its_own(name: str) -> None:
    assert isinstance(DRAW[name](None), Axes)
    assert len(plt.get_fignums()) == 1


def test_a_histogram_has_area_one_and_names_mean_and_std() -> None:
    axes = pictures.weight_histogram(np.random.default_rng(1).normal(0, 0.1, (30, 20)))
    assert sum(
        bar.get_width() * bar.get_height() for bar in axes.patches if isinstance(bar, Rectangle)
    ) == pytest.approx(1)
    assert "600 weights" in texts(axes) and "std 0.0949" in texts(axes)


def test_equal_weights_become_a_spike() -> None:
    axes = pictures.weight_histogram(np.full((3, 4), 0.5), np.exp)
    assert "all 12 weights are 0.5" in texts(axes) and not axes.patches


def test_a_ladder_says_where_a_value_is_exactly_zero() -> None:
    axes = pictures.layer_ladder({"zeros": [0.0, 0.0], "he": [1.0, 1.0]}, ylabel="variance")
    assert axes.get_yscale() == "log"
    assert "zeros (open: exactly 0)" in texts(axes)


def test_curves_say_how_many_replicas_diverged_and_show_the_median_of_all() -> None:
    losses = np.array([[1.0, 2.0], [1.0, 4.0], [1.0, np.nan]])
    axes = pictures.loss_curves({"large": losses})
    assert "large (3 runs), 1 diverged" in texts(axes)
    np.testing.assert_array_equal(axes.lines[0].get_ydata(), [1, 4])


def test_the_interval_is_students() -> None:
    # Mean 2, s = sqrt(2), t(.975; 1) = 12.706: half width 12.706.
    axes = pictures.means_with_intervals({"a": [1.0, 3.0]}, xlabel="loss")
    assert "2 ± 13" in texts(axes) and "95 % interval" in texts(axes)


def test_a_boundary_says_when_there_is_none() -> None:
    axes = pictures.decision_boundary(lambda x: np.zeros(len(x)), initlab.xor(), resolution=10)
    assert "class 0 everywhere" in texts(axes)


def test_the_boundary_colours_the_side_of_the_predicted_class() -> None:
    axes = pictures.decision_boundary(lambda x: x[:, 0] > 0.5, initlab.xor(), resolution=10)
    image = np.asarray(axes.images[0].get_array())
    assert (image[:, 0, 2] > image[:, 0, 0]).all()  # class 0, blue, left
    assert (image[:, -1, 0] > image[:, -1, 2]).all()  # class 1, orange, right


def test_the_surface_starts_each_path_with_an_open_mark_and_names_the_share_of_movement() -> None:
    axes = pictures.loss_surface(NETWORK, {"a": PATH, "b": PATH[:3]}, initlab.xor(), resolution=8)
    assert "% of movement" in texts(axes)
    assert len(axes.lines) == 6


def test_the_diagram_names_widths_and_leaves_out_units_of_wide_layers() -> None:
    axes = pictures.network_diagram(initlab.Network((4, 64, 64, 3), "relu"))
    assert "(4, 64)" in texts(axes) and "64 units, relu" in texts(axes) and "⋮" in texts(axes)
    assert len(np.asarray(axes.collections[-3].get_offsets())) == 8


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda: pictures.weight_histogram([np.nan]), "finite"),
        (lambda: pictures.means_with_intervals({"a": [1.0]}, xlabel="x"), "'a' must be at least two finite"),
        (
            lambda: pictures.means_with_intervals({"a": [1.0, 2]}, xlabel="x", confidence=95),
            "between 0 and 1",
        ),
        (lambda: pictures.decision_boundary(np.zeros, initlab.iris()), "2 features, this has 4"),
        (lambda: pictures.decision_boundary(lambda x: x[:3], initlab.xor(), resolution=5), "returned shape"),
        (lambda: pictures.loss_surface(NETWORK, {"a": [WEIGHTS] * 4}, initlab.xor()), "and move"),
    ],
)
def test_errors_help(draw, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        draw()
