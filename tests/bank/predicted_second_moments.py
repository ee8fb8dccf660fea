"""Q3: answers to `predicted_second_moments`."""

import numpy as np

from tests.bank.entry import right, wrong


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


@wrong(
    lost=2,
    fails={"relu": "ReLU's half missing", "steady": "ReLU's half missing"},
    says="half that ReLU takes away is missing",
)
def no_half(widths, weight_variance, activation):
    return as_in_the_solution(widths, weight_variance, "linear")


@wrong(lost=2, fails={"linear": "outputs, not inputs", "relu": "outputs, not inputs"}, says="fan_out")
def fan_out(widths, weight_variance, activation):
    return as_in_the_solution((*widths[1:], 0), weight_variance, activation)


@wrong(
    lost=3,
    fails={"linear": "input included", "relu": "input included", "steady": "input included"},
    says="begins with the input's own 1",
)
def with_the_input(widths, weight_variance, activation):
    return np.concatenate([[1.0], as_in_the_solution(widths, weight_variance, activation)])


@wrong(lost=2, fails={"linear": "not multiplied up", "relu": "not multiplied up"}, says="factors of each layer alone")
def not_multiplied_up(widths, weight_variance, activation):
    kept = 0.5 if activation == "relu" else 1.0
    return np.array([kept * n * weight_variance for n in widths[:-1]])


@wrong(
    lost=3,
    fails={"linear": "variance squared", "relu": "variance squared", "steady": "variance squared"},
    says="squares the weight variance",
)
def variance_as_std(widths, weight_variance, activation):
    return as_in_the_solution(widths, weight_variance**2, activation)


@wrong(lost=2, fails={"relu": "ReLU's half once", "steady": "ReLU's half once"}, says="in every layer, not once")
def half_only_once(widths, weight_variance, activation):
    moments = as_in_the_solution(widths, weight_variance, "linear")
    return moments / 2 if activation == "relu" else moments


@wrong(lost=2, fails={"relu": "ReLU's half late", "steady": "ReLU's half late"}, says="after the first layer too")
def pre_activations(widths, weight_variance, activation):
    moments = as_in_the_solution(widths, weight_variance, activation)
    return 2 * moments if activation == "relu" else moments


@wrong(lost=2, fails={"linear": "roots of the moments", "relu": "roots of the moments"}, says="roots")
def roots(widths, weight_variance, activation):
    return np.sqrt(as_in_the_solution(widths, weight_variance, activation))


@wrong(
    lost=3,
    fails={"linear": "last layer only", "relu": "last layer only", "steady": "last layer only"},
    says="last layer's number only",
)
def last_layer_only(widths, weight_variance, activation):
    return as_in_the_solution(widths, weight_variance, activation)[-1]


@wrong(
    lost=2,
    fails={"linear": "first width for all", "relu": "first width for all"},
    says="first layer's fan_in for every layer",
)
def first_width_for_all(widths, weight_variance, activation):
    return as_in_the_solution([widths[0]] * len(widths), weight_variance, activation)


@wrong(lost=2, fails={"linear": "rounded to decimals", "relu": "rounded to decimals"}, says="no digit is left")
def six_decimals(widths, weight_variance, activation):
    return np.round(as_in_the_solution(widths, weight_variance, activation), 6)


@wrong(
    lost=2,
    fails={"linear": "wrong shape", "relu": "wrong shape"},
    says="should have shape",
)
def squeezed(widths, weight_variance, activation):
    return np.squeeze(as_in_the_solution(widths, weight_variance, activation))
