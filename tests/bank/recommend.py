"""Q9: answers to `recommend`, the law that suits an activation."""

import math

import numpy as np

from tests.bank.entry import right, wrong

SCHEMES = {"relu": "he", "leaky_relu": "he", "tanh": "xavier", "sigmoid": "xavier", "selu": "lecun"}


def _variance(scheme, a, b, slope=0.0):
    return {"he": 2 / ((1 + slope**2) * a), "xavier": 2 / (a + b), "lecun": 1 / a}[scheme]


def _advice(activation, a, b, slope=0.01, schemes=SCHEMES, std=lambda variance: math.sqrt(variance)):
    if activation not in schemes:
        raise ValueError(activation)
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
            raise ValueError(activation)


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


@right
def names_in_full(activation, fan_in, fan_out, negative_slope=0.01):
    names = {"he": "The Kaiming (He) scheme", "xavier": "the Glorot/Xavier normal", "lecun": "LeCunNormal"}
    advice = _advice(activation, fan_in, fan_out, negative_slope)
    return advice | {"scheme": names[advice["scheme"]]}


@wrong(
    lost=1.25,
    fails={"relu": "variance as std", "saturating": "variance as std", "selu": "variance as std"},
    says="the standard deviation is its root",
)
def variance_returned(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope, std=lambda variance: variance)


@wrong(
    lost=1.25,
    fails={"relu": "limit as std", "saturating": "limit as std", "selu": "limit as std"},
    says="the limit of He's uniform law",
)
def limit_returned(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope, std=lambda variance: math.sqrt(3 * variance))


@wrong(lost=0.5, fails={"saturating": "formula of another scheme"}, says="its std")
def xavier_as_one_over_fan_in(activation, fan_in, fan_out, negative_slope=0.01):
    advice = _advice(activation, fan_in, fan_out, negative_slope)
    return advice | {"std": fan_in**-0.5} if advice["scheme"] == "xavier" else advice


@wrong(lost=0.5, fails={"saturating": "Xavier's formula without its 2"}, says="Xavier's law with 1 for the 2")
def xavier_without_its_two(activation, fan_in, fan_out, negative_slope=0.01):
    advice = _advice(activation, fan_in, fan_out, negative_slope)
    return advice | {"std": (fan_in + fan_out) ** -0.5} if advice["scheme"] == "xavier" else advice


@wrong(lost=0.5, fails={"saturating": "gain of tanh"}, says="PyTorch's gain")
def gain_of_tanh(activation, fan_in, fan_out, negative_slope=0.01):
    advice = _advice(activation, fan_in, fan_out, negative_slope)
    return advice | {"std": 5 / 3 * advice["std"]} if activation == "tanh" else advice


@wrong(
    lost=1,
    fails={"relu": "other scheme recommended", "saturating": "other scheme recommended"},
    says="made to make up for it",
)
def he_and_xavier_exchanged(activation, fan_in, fan_out, negative_slope=0.01):
    schemes = SCHEMES | {"relu": "xavier", "leaky_relu": "xavier", "tanh": "he", "sigmoid": "he"}
    return _advice(activation, fan_in, fan_out, negative_slope, schemes)


@wrong(lost=0.25, fails={"selu": "other scheme recommended"}, says="SELU brings the signal to unit variance")
def he_for_selu(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope, SCHEMES | {"selu": "he"})


@wrong(lost=0.5, fails={"relu": "fan_out"}, says="fan_out for fan_in")
def he_with_fan_out(activation, fan_in, fan_out, negative_slope=0.01):
    advice = _advice(activation, fan_in, fan_out, negative_slope)
    return advice | {"std": math.sqrt(2 / fan_out)} if activation == "relu" else advice


@wrong(lost=0.5, fails={"relu": "slope ignored"}, says="the slope is not used")
def slope_not_used(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, 0.0)


@wrong(lost=0.5, fails={"relu": "slope not squared"}, says="slope not squared")
def slope_not_squared(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, math.sqrt(negative_slope))


@wrong(lost=0.5, fails={"relu": "slope for plain ReLU"}, says="use it for leaky_relu only")
def slope_used_for_relu(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice("leaky_relu" if activation == "relu" else activation, fan_in, fan_out, negative_slope)


@wrong(lost=0.25, fails={"unknown": "silent fallback"}, says="hides a spelling mistake")
def falls_back_on_xavier(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope, {activation: "xavier"} | SCHEMES)


@wrong(lost=0.25, fails={"unknown": "silent fallback"}, says="hides a spelling mistake")
def none_for_unknown(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope) if activation in SCHEMES else None


@wrong(lost=1, fails={"relu": "formula of another scheme", "saturating": "formula of another scheme"}, says="its std")
def name_and_formula_disagree(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope) | {"std": fan_in**-0.5}


@wrong(
    lost=1.25,
    fails={"relu": "not a dict", "saturating": "not a dict", "selu": "not a dict"},
    says="should return a dictionary",
)
def name_alone(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope)["scheme"]


@wrong(lost=1.25, fails={"relu": "not a dict", "saturating": "not a dict", "selu": "not a dict"}, says="a list")
def std_of_a_list(activation, fan_in, fan_out, negative_slope=0.01):
    return [_advice(activation, fan_in, fan_out, negative_slope)]


@wrong(lost=1.25, fails={"relu": "no scheme", "saturating": "no scheme", "selu": "no scheme"}, says="the choices are")
def words_without_a_scheme(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope) | {"scheme": "the one for this activation"}


@wrong(lost=1.25, fails={"relu": "no scheme", "saturating": "no scheme", "selu": "no scheme"}, says="the choices are")
def every_scheme_at_once(activation, fan_in, fan_out, negative_slope=0.01):
    return _advice(activation, fan_in, fan_out, negative_slope) | {"scheme": "he, xavier or lecun"}


@wrong(lost=0.25, fails={"unknown": "another error"}, says="a ValueError is asked for")
def no_branch_for_it(activation, fan_in, fan_out, negative_slope=0.01):
    if activation in SCHEMES:
        advice = _advice(activation, fan_in, fan_out, negative_slope)
    return advice


@wrong(lost=0.25, fails={"unknown": "silent fallback"}, says="gave no error")
def known_by_its_end(activation, fan_in, fan_out, negative_slope=0.01):
    for name in sorted(SCHEMES, key=len, reverse=True):
        if activation.endswith(name):
            return _advice(name, fan_in, fan_out, negative_slope)
    raise ValueError(activation)


@wrong(lost=0.25, fails={"unknown": "silent fallback"}, says="gave no error")
def known_by_its_beginning(activation, fan_in, fan_out, negative_slope=0.01):
    for name in SCHEMES:
        if activation.startswith(name):
            return _advice(name, fan_in, fan_out, negative_slope)
    raise ValueError(activation)


@right
def with_an_error_of_its_own(activation, fan_in, fan_out, negative_slope=0.01):
    class UnknownActivation(ValueError):
        pass

    if activation not in SCHEMES:
        raise UnknownActivation(activation)
    return _advice(activation, fan_in, fan_out, negative_slope)
