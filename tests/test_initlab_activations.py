"""Activations and losses: known values, derivatives, stability, and errors that help."""

import initlab
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

ALL = [initlab.activation(name) for name in initlab.activation_names()]
ALL.append(initlab.activation("leaky_relu", negative_slope=0.2))


@pytest.mark.parametrize(
    ("name", "z", "value", "slope"),
    [
        ("linear", -2.0, -2.0, 1.0),
        ("relu", -2.0, 0.0, 0.0),
        ("relu", 0.0, 0.0, 0.0),
        ("relu", 3.0, 3.0, 1.0),
        ("leaky_relu", -2.0, -0.02, 0.01),
        ("leaky_relu", 3.0, 3.0, 1.0),
        ("tanh", 0.0, 0.0, 1.0),
        ("tanh", 1.0, np.tanh(1), 1 - np.tanh(1) ** 2),
        ("sigmoid", 0.0, 0.5, 0.25),
        ("sigmoid", np.log(3), 0.75, 0.1875),
        # scale 1.0507..., alpha 1.6732...: scale * z above zero, scale * alpha * (exp(z) - 1) below.
        ("selu", 1.0, 1.0507009873554805, 1.0507009873554805),
        (
            "selu",
            -np.log(2),
            -0.5 * 1.0507009873554805 * 1.6732632423543772,
            0.5 * 1.0507009873554805 * 1.6732632423543772,
        ),
    ],
)
def test_known_values(name: str, z: float, value: float, slope: float) -> None:
    f = initlab.activation(name)
    assert f(z) == pytest.approx(value, rel=1e-14)
    assert f.derivative(z) == pytest.approx(slope, rel=1e-14)


@pytest.mark.parametrize("f", ALL, ids=repr)
@given(z=st.floats(-20, 20).filter(lambda z: abs(z) > 1e-3))
def test_the_derivative_is_the_slope_of_the_value(f: initlab.Activation, z: float) -> None:
    # Central difference: error h^2 f'''/6 < 1e-11 for |f'''| < 2, and rounding 20 * 2^-52 / h < 1e-9.
    h = 5e-6
    assert f.derivative(z) == pytest.approx((f(z + h) - f(z - h)) / (2 * h), abs=3e-9)


@pytest.mark.parametrize("f", ALL, ids=repr)
def test_far_from_zero_values_are_finite_and_nothing_warns(f: initlab.Activation) -> None:
    z = np.array([-1e4, -800.0, 800.0, 1e4])
    assert np.isfinite(f(z)).all() and np.isfinite(f.derivative(z)).all()


@pytest.mark.parametrize("f", ALL, ids=repr)
def test_shape_and_float_type_are_kept_and_the_input_is_not_changed(f: initlab.Activation) -> None:
    z = np.linspace(-2, 2, 6, dtype=np.float32).reshape(2, 3)
    before = z.copy()
    assert f(z).shape == f.derivative(z).shape == (2, 3)
    assert f(z).dtype == f.derivative(z).dtype == np.float32
    np.testing.assert_array_equal(z, before)


def test_a_leaky_relu_has_the_slope_that_is_asked_for() -> None:
    f = initlab.activation("leaky_relu", negative_slope=0.3)
    assert f(-2.0) == pytest.approx(-0.6) and f.derivative(-2.0) == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("rleu", {}, "known are: linear, relu, tanh, sigmoid, selu, leaky_relu"),
        ("relu", {"negative_slope": 0.1}, "for 'leaky_relu' only"),
        ("leaky_relu", {"negative_slope": -1.0}, "not negative"),
    ],
)
def test_errors_of_the_look_up(name: str, arguments: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        initlab.activation(name, **arguments)


logits_rows = st.lists(st.floats(-50, 50), min_size=2, max_size=20)


@given(logits_rows)
def test_softmax_agrees_with_scipy_also_for_more_than_sixteen_classes(row: list[float]) -> None:
    np.testing.assert_allclose(initlab.softmax(row), special.softmax(row), rtol=1e-12)
    np.testing.assert_allclose(initlab.log_softmax(row), special.log_softmax(row), rtol=1e-12, atol=1e-14)


def test_losses_have_their_textbook_values() -> None:
    assert initlab.categorical_cross_entropy(np.zeros((5, 3)), [0, 1, 2, 0, 1]) == pytest.approx(np.log(3))
    assert initlab.binary_cross_entropy([[np.log(3)], [0.0]], [1, 0]) == pytest.approx(np.log(8 / 3) / 2)
    assert initlab.mean_squared_error([[1.0], [4.0]], [0.0, 2.0]) == pytest.approx(2.5)


def test_losses_stay_exact_where_probabilities_round_to_zero_or_one() -> None:
    assert initlab.categorical_cross_entropy([[0.0, 1e4]], [0]) == pytest.approx(1e4)
    assert initlab.binary_cross_entropy([[-1e4], [1e4]], [1, 0]) == pytest.approx(1e4)
    assert initlab.binary_cross_entropy([[40.0]], [1]) == pytest.approx(np.exp(-40), rel=1e-12)


def test_losses_keep_a_replica_axis() -> None:
    rng = np.random.default_rng(1)
    logits, labels = rng.normal(size=(7, 5, 3)), rng.integers(0, 3, 5)
    alone = [initlab.categorical_cross_entropy(z, labels) for z in logits]
    np.testing.assert_allclose(initlab.categorical_cross_entropy(logits, labels), alone, rtol=1e-14)


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ([0, 3], "from 0 to 2"),
        ([-1, 0], "from 0 to 2"),
        ([0.5, 1.0], "integers"),
        ([[1, 0, 0]] * 2, "not one-hot"),
    ],
)
def test_labels_that_do_not_fit_are_refused(labels: list, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        initlab.categorical_cross_entropy(np.zeros((2, 3)), labels)
