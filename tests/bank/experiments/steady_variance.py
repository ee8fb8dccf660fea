"""Q3: answers to `steady_variance`."""

import numpy as np

from tests.bank.experiments.entry import right, wrong


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


@wrong(fails=["test_linear", "test_relu"], says="standard deviation")
def standard_deviation(fan_in, activation):
    return np.sqrt(as_in_the_solution(fan_in, activation))


@wrong(fails=["test_relu"], says="linear layer's")
def no_factor_two(fan_in, activation):
    return 1 / fan_in


@wrong(fails=["test_relu"], says="make up for")
def half_instead_of_two(fan_in, activation):
    return (0.5 if activation == "relu" else 1.0) / fan_in


@wrong(fails=["test_linear"], says="takes nothing away")
def two_for_both(fan_in, activation):
    return 2 / fan_in


@wrong(fails=["test_linear", "test_relu"], says="smaller")
def inverted(fan_in, activation):
    return 1 / as_in_the_solution(fan_in, activation)


@wrong(fails=["test_linear", "test_relu"], says="uniform")
def uniform_limit(fan_in, activation):
    return np.sqrt(3 * as_in_the_solution(fan_in, activation))


@wrong(fails=["test_linear", "test_relu"], says="one number")
def a_pair(fan_in, activation):
    return 1 / fan_in, 2 / fan_in


@wrong(fails=["test_linear", "test_relu"], says="leaves the layer with")
def hard_coded(fan_in, activation):
    return 0.02 if activation == "linear" else 0.04
