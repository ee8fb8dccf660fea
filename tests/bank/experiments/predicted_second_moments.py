"""Q3: answers to `predicted_second_moments`."""

import numpy as np

from tests.bank.experiments.entry import right, wrong

ALL = ["test_linear", "test_relu", "test_steady"]


@right
def as_in_the_solution(widths, weight_variance, activation):
    kept = 0.5 if activation == "relu" else 1.0
    q, moments = 1.0, []
    for fan_in in widths[:-1]:
        q = kept * fan_in * weight_variance * q
        moments.append(q)
    return np.array(moments)


@right
def cumulative_product(widths, weight_variance, activation):
    factors = np.array(widths[:-1]) * weight_variance
    if activation == "relu":
        factors = factors / 2
    return np.cumprod(factors)


@right
def recursion_as_a_list(widths, weight_variance, activation):
    if len(widths) == 1:
        return []
    before = recursion_as_a_list(widths[:-1], weight_variance, activation)
    z = widths[-2] * weight_variance * (before[-1] if before else 1)
    return [*before, z / 2 if activation == "relu" else z]


@wrong(fails=["test_relu", "test_steady"], says="half that ReLU takes away is missing")
def no_half(widths, weight_variance, activation):
    return as_in_the_solution(widths, weight_variance, "linear")


@wrong(fails=["test_linear", "test_relu"], says="fan_out")
def fan_out(widths, weight_variance, activation):
    return as_in_the_solution((*widths[1:], 0), weight_variance, activation)


@wrong(fails=ALL, says="begins with the input's own 1")
def with_the_input(widths, weight_variance, activation):
    return np.concatenate([[1.0], as_in_the_solution(widths, weight_variance, activation)])


@wrong(fails=["test_linear", "test_relu"], says="factors of each layer alone")
def not_multiplied_up(widths, weight_variance, activation):
    kept = 0.5 if activation == "relu" else 1.0
    return np.array([kept * n * weight_variance for n in widths[:-1]])


@wrong(fails=ALL, says="squares the weight variance")
def variance_as_std(widths, weight_variance, activation):
    return as_in_the_solution(widths, weight_variance**2, activation)


@wrong(fails=["test_relu", "test_steady"], says="in every layer, not once")
def half_only_once(widths, weight_variance, activation):
    moments = as_in_the_solution(widths, weight_variance, "linear")
    return moments / 2 if activation == "relu" else moments


@wrong(fails=["test_relu", "test_steady"], says="after the first layer too")
def pre_activations(widths, weight_variance, activation):
    moments = as_in_the_solution(widths, weight_variance, activation)
    return 2 * moments if activation == "relu" else moments


@wrong(fails=["test_linear", "test_relu"], says="roots")
def roots(widths, weight_variance, activation):
    return np.sqrt(as_in_the_solution(widths, weight_variance, activation))


@wrong(fails=ALL, says="last layer's number only")
def last_layer_only(widths, weight_variance, activation):
    return as_in_the_solution(widths, weight_variance, activation)[-1]


@wrong(fails=["test_linear", "test_relu"], says="first layer's fan_in for every layer")
def first_width_for_all(widths, weight_variance, activation):
    return as_in_the_solution([widths[0]] * len(widths), weight_variance, activation)
