"""Q2: answers to `saturated_fraction`."""

import numpy as np

from tests.bank.entry import right, wrong


@right
def as_in_the_solution(activations, kind):
    if kind == "tanh":
        return np.mean(np.abs(activations) > 0.99)
    if kind == "sigmoid":
        return np.mean((activations > 0.99) | (activations < 0.01))
    return np.mean(np.all(activations == 0, axis=0))


@right
def by_counting(activations, kind):
    samples, units = activations.shape
    if kind == "relu":
        dead = 0
        for unit in range(units):
            if max(activations[:, unit]) <= 0:
                dead += 1
        return dead / units
    low = {"tanh": -0.99, "sigmoid": 0.01}[kind]
    flat = sum(a > 0.99 or a < low for row in activations for a in row)
    return flat / (samples * units)


@right
def sigmoid_as_shifted_tanh(activations, kind):
    if kind == "sigmoid":
        return np.count_nonzero(np.abs(activations - 0.5) > 0.49) / activations.size
    if kind == "relu":
        return 1 - (activations > 0).any(axis=0).mean()
    return np.count_nonzero(activations**2 > 0.99**2) / activations.size


@wrong(lost=1, fails={"relu": ...}, says="fraction of values that are 0")
def zeros_not_dead_units(activations, kind):
    return np.mean(activations == 0) if kind == "relu" else as_in_the_solution(activations, kind)


@wrong(lost=1, fails={"relu": "samples, not units"}, says="samples (rows)")
def dead_samples(activations, kind):
    return np.mean(np.all(activations == 0, axis=1)) if kind == "relu" else as_in_the_solution(activations, kind)


@wrong(lost=1, fails={"relu": "any, not all"}, says="0 for some sample")
def any_for_all(activations, kind):
    return np.mean(np.any(activations == 0, axis=0)) if kind == "relu" else as_in_the_solution(activations, kind)


@wrong(lost=1, fails={"tanh": "upper side only", "sigmoid": "upper side only"}, says="flat on both sides")
def upper_side_only(activations, kind):
    return as_in_the_solution(activations, kind) if kind == "relu" else np.mean(activations > 0.99)


@wrong(lost=0.5, fails={"sigmoid": "upper side only"}, says="Only the upper side")
def tanh_rule_for_sigmoid(activations, kind):
    return as_in_the_solution(activations, "tanh" if kind == "sigmoid" else kind)


@wrong(lost=1, fails={"tanh": "activated twice", "sigmoid": "activated twice"}, says="activations already")
def saturated_test_on_pre_activations(activations, kind):
    applied = {"tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z)), "relu": lambda z: z}[kind]
    return as_in_the_solution(applied(activations), kind)


@wrong(lost=2, fails={"tanh": "percent", "sigmoid": "percent", "relu": "percent"}, says="per cent")
def percent(activations, kind):
    return 100 * as_in_the_solution(activations, kind)


@wrong(lost=2, fails={"tanh": "count", "sigmoid": "count", "relu": "count"}, says="not a number of values")
def counts(activations, kind):
    size = activations.shape[1] if kind == "relu" else activations.size
    return round(size * as_in_the_solution(activations, kind))


@wrong(lost=..., fails={"tanh": "another limit", "sigmoid": ...}, says="another one than 0.99")
def another_limit(activations, kind):
    if kind == "relu":
        return as_in_the_solution(activations, kind)
    return np.mean((activations > 0.9) | (activations < (-0.9 if kind == "tanh" else 0.1)))


@wrong(lost=1, fails={"tanh": "not one number", "sigmoid": "not one number"}, says="one number")
def one_per_unit(activations, kind):
    if kind == "relu":
        return as_in_the_solution(activations, kind)
    return np.mean(np.abs(activations) > 0.99, axis=0)


@wrong(lost=1, fails={"tanh": "another limit", "sigmoid": "another limit"}, says="another one than 0.99")
def limit_of_98_percent(activations, kind):
    if kind == "relu":
        return as_in_the_solution(activations, kind)
    low = -0.98 if kind == "tanh" else 0.02
    return np.mean((activations > 0.98) | (activations < low))


@right
def one_minus_the_limit(activations, kind):
    if kind == "sigmoid":
        return np.mean((activations > 1 - 0.01) | (activations < 1 - 0.99))
    return as_in_the_solution(activations, kind)


@right
def in_single_precision(activations, kind):
    if kind == "relu":
        return np.float32(as_in_the_solution(activations, kind))
    single = activations.astype(np.float32)
    return np.float32(np.mean((single > 0.99) | (single < (-0.99 if kind == "tanh" else 0.01))))


@wrong(lost=1, fails={"tanh": "limit included", "sigmoid": "limit included"}, says="exactly 0.99 is not above")
def not_strictly_inside(activations, kind):
    if kind == "relu":
        return as_in_the_solution(activations, kind)
    low = -0.99 if kind == "tanh" else 0.01
    return 1 - np.mean((low < activations) & (activations < 0.99))


@wrong(lost=0.5, fails={"sigmoid": "limit included"}, says="not below it")
def lower_limit_of_sigmoid_included(activations, kind):
    if kind == "sigmoid":
        return np.mean((activations > 0.99) | (activations <= 0.01))
    return as_in_the_solution(activations, kind)


@wrong(lost=0.5, fails={"sigmoid": "wrong fraction"}, says="expected")
def lower_limit_included_and_rounded(activations, kind):
    if kind == "sigmoid":
        return np.mean((activations > 0.99) | (activations <= 1 - 0.99))
    return as_in_the_solution(activations, kind)


@wrong(lost=1, fails={"tanh": "another limit", "sigmoid": "another limit"}, says="another one than 0.99")
def close_to_the_limits(activations, kind):
    if kind == "relu":
        return as_in_the_solution(activations, kind)
    low = -0.99 if kind == "tanh" else 0.01
    flat = (activations > 0.99) | np.isclose(activations, 0.99) | (activations < low)
    return np.mean(flat | np.isclose(activations, low, rtol=1e-5, atol=5e-6))


@wrong(lost=1, fails={"relu": "small, not zero"}, says="a dead unit is exactly 0")
def close_to_zero_by_numpy(activations, kind):
    if kind == "relu":
        return np.mean(np.isclose(activations, 0).all(axis=0))
    return as_in_the_solution(activations, kind)


@wrong(lost=1, fails={"relu": "small, not zero"}, says="a dead unit is exactly 0")
def sums_of_nearly_nothing(activations, kind):
    if kind == "relu":
        return np.mean(activations.sum(axis=0) < 1e-8)
    return as_in_the_solution(activations, kind)


@wrong(lost=1, fails={"relu": "any, not all"}, says="0 for most samples")
def nearly_always_zero(activations, kind):
    if kind == "relu":
        return np.mean(np.mean(activations > 0, axis=0) < 0.05)
    return as_in_the_solution(activations, kind)


@wrong(
    lost=2, fails={"tanh": "not all samples", "sigmoid": "not all samples", "relu": "not all samples"}, says="some of"
)
def the_first_hundred_samples(activations, kind):
    return as_in_the_solution(activations[:100], kind)


@wrong(lost=0.5, fails={"tanh": "argument changed"}, says="writes into what it is given")
def sizes_in_place(activations, kind):
    if kind == "tanh":
        np.abs(activations, out=activations)
    return as_in_the_solution(activations, kind)
