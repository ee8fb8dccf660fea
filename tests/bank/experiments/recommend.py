"""Q9: answers to `recommend`, the law that suits an activation."""

import math

import numpy as np

from tests.bank.experiments.entry import right, wrong

SCHEMES = {"relu": "he", "leaky_relu": "he", "tanh": "xavier", "sigmoid": "xavier", "selu": "lecun"}
KNOWN = ["test_relu", "test_saturating", "test_selu"]


def _variance(scheme, a, b, slope=0.0):
    return {"he": 2 / ((1 + slope**2) * a), "xavier": 2 / (a + b), "lecun": 1 / a}[scheme]


def _advice(activation, a, b, slope=0.01, schemes=SCHEMES, std=lambda variance: math.sqrt(variance)):
    scheme = schemes[activation]
    return {
        "scheme": scheme,
        "std": std(_variance(scheme, a, b, slope if activation == "leaky_relu" else 0.0)),
    }


@right
def table_of_schemes(activation, fan_in, fan_out, negative_slope=0.01):
    if activation not in SCHEMES:
        raise ValueError(f"{activation} is not known")
    return _advice(activation, fan_in, fan_out, negative_slope)


@right
def by_cases_with_keras_names(activation, fan_in, fan_out, negative_slope=0.01):
    match activation:
        case "relu":
            return {"scheme": "he_normal", "std": np.sqrt(2.0 / fan_in)}
        case "leaky_relu":
            return {"scheme": "he_normal", "std": np.sqrt(2.0 / fan_in / (1 + negative_slope**2))}
        case "tanh" | "sigmoid":
            return {"scheme": "glorot_normal", "std": np.sqrt(1 / np.mean([fan_in, fan_out]))}
        case "selu":
            return {"scheme": "lecun_normal", "std": np.sqrt(1 / fan_in)}
        case _:
            raise KeyError(activation)


@right
def gains(activation, fan_in, fan_out, negative_slope=0.01):
    gain = {"relu": 2.0, "leaky_relu": 2 / (1 + negative_slope**2), "selu": 1.0}
    if activation in gain:
        scheme, variance = "LeCun" if activation == "selu" else "He", gain[activation] / fan_in
    elif activation in ("tanh", "sigmoid"):
        scheme, variance = "Xavier", 2 / (fan_in + fan_out)
    else:
        raise ValueError(activation)
    return {
        "scheme": scheme,
        "std": np.float32(variance) ** 0.5 if variance == 0 else variance**0.5,
        "variance": variance,
    }


@wrong(KNOWN, "the standard deviation is its root")
def variance_returned(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope, std=lambda variance: variance)


@wrong(KNOWN, "the limit of He's uniform law")
def limit_returned(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope, std=lambda variance: math.sqrt(3 * variance))


@wrong(["test_saturating"], "its std")
def xavier_as_one_over_fan_in(activation, fan_in, fan_out, negative_slope=0.01):
    advice = _advice(activation, fan_in, fan_out, negative_slope)
    return advice | {"std": fan_in**-0.5} if advice["scheme"] == "xavier" else advice


@wrong(["test_saturating"], "Xavier's law with 1 for the 2")
def xavier_without_its_two(activation, fan_in, fan_out, negative_slope=0.01):
    advice = _advice(activation, fan_in, fan_out, negative_slope)
    return advice | {"std": (fan_in + fan_out) ** -0.5} if advice["scheme"] == "xavier" else advice


@wrong(["test_saturating"], "PyTorch's gain")
def gain_of_tanh(activation, fan_in, fan_out, negative_slope=0.01):
    advice = _advice(activation, fan_in, fan_out, negative_slope)
    return advice | {"std": 5 / 3 * advice["std"]} if activation == "tanh" else advice


@wrong(["test_relu", "test_saturating"], "made to make up for it")
def he_and_xavier_exchanged(activation, fan_in, fan_out, negative_slope=0.01):
    schemes = SCHEMES | {"relu": "xavier", "leaky_relu": "xavier", "tanh": "he", "sigmoid": "he"}
    return _advice(activation, fan_in, fan_out, negative_slope, schemes)


@wrong(["test_selu"], "SELU brings the signal to unit variance")
def he_for_selu(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope, SCHEMES | {"selu": "he"})


@wrong(["test_relu"], "fan_out for fan_in")
def he_with_fan_out(activation, fan_in, fan_out, negative_slope=0.01):
    advice = _advice(activation, fan_in, fan_out, negative_slope)
    return advice | {"std": math.sqrt(2 / fan_out)} if activation == "relu" else advice


@wrong(["test_relu"], "the slope is not used")
def slope_not_used(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, 0.0)


@wrong(["test_relu"], "slope not squared")
def slope_not_squared(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, math.sqrt(negative_slope))


@wrong(["test_relu"], "use it for leaky_relu only")
def slope_used_for_relu(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice("leaky_relu" if activation == "relu" else activation, fan_in, fan_out, negative_slope)


@wrong(["test_unknown"], "hides a spelling mistake")
def falls_back_on_xavier(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope, {activation: "xavier"} | SCHEMES)


@wrong(["test_unknown"], "hides a spelling mistake")
def none_for_unknown(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope) if activation in SCHEMES else None


@wrong(["test_relu", "test_saturating"], "its std")
def name_and_formula_disagree(activation, fan_in, fan_out, negative_slope=0.01):
    return {"scheme": SCHEMES[activation], "std": fan_in**-0.5}


@wrong(KNOWN, "should return a dictionary")
def name_alone(activation, fan_in, fan_out, negative_slope=0.01):
    return SCHEMES[activation]


@wrong(KNOWN, "a list")
def std_of_a_list(activation, fan_in, fan_out, negative_slope=0.01):
    return [_advice(activation, fan_in, fan_out, negative_slope)]
