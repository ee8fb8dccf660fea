"""Q3: answers to `steady_variance`."""

import numpy as np

from tests.bank.entry import right, wrong


@right
def as_in_the_solution(fan_in, activation):
    return (2.0 if activation == "relu" else 1.0) / fan_in


@right
def solved_for_v(fan_in, activation):
    kept = {"linear": 1.0, "relu": 0.5}[activation]
    return np.float64(1) / (kept * fan_in)


@right
def by_branches(fan_in, activation):
    if activation == "linear":
        return np.array(1 / fan_in)
    if activation == "relu":
        return np.array(2 / fan_in)
    raise ValueError(activation)


@wrong(lost=2, fails={"linear": "root of the variance", "relu": "root of the variance"}, says="standard deviation")
def standard_deviation(fan_in, activation):
    return np.sqrt(as_in_the_solution(fan_in, activation))


@wrong(lost=1, fails={"relu": "ReLU's half missing"}, says="linear layer's")
def no_factor_two(fan_in, activation):
    return 1 / fan_in


@wrong(lost=1, fails={"relu": "ReLU's half inverted"}, says="make up for")
def half_instead_of_two(fan_in, activation):
    return (0.5 if activation == "relu" else 1.0) / fan_in


@wrong(lost=1, fails={"linear": "ReLU's half for linear"}, says="takes nothing away")
def two_for_both(fan_in, activation):
    return 2 / fan_in


@wrong(lost=2, fails={"linear": "inverted scale", "relu": "inverted scale"}, says="smaller")
def inverted(fan_in, activation):
    return 1 / as_in_the_solution(fan_in, activation)


@wrong(lost=2, fails={"linear": "uniform limit", "relu": "uniform limit"}, says="uniform")
def uniform_limit(fan_in, activation):
    return np.sqrt(3 * as_in_the_solution(fan_in, activation))


@wrong(lost=2, fails={"linear": "not one number", "relu": "not one number"}, says="one number")
def a_pair(fan_in, activation):
    return 1 / fan_in, 2 / fan_in


@wrong(lost=2, fails={"linear": ..., "relu": ...}, says="leaves the layer with")
def hard_coded(fan_in, activation):
    return 0.02 if activation == "linear" else 0.04


@wrong(lost=2, fails={"linear": "rounded to decimals", "relu": "rounded to decimals"}, says="no digit is left")
def nine_decimals(fan_in, activation):
    return round(as_in_the_solution(fan_in, activation), 9)


@wrong(lost=2, fails={"linear": ..., "relu": ...}, says="leaves the layer with")
def counts_the_bias_as_an_input(fan_in, activation):
    return as_in_the_solution(fan_in + 1, activation)
