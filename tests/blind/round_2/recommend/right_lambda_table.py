# a table of scheme and variance law (lambdas), membership test before the lookup
_LAWS = {
    "relu": ("he", lambda a, b, s: 2 / a),
    "leaky_relu": ("he", lambda a, b, s: 2 / ((1 + s**2) * a)),
    "tanh": ("xavier", lambda a, b, s: 2 / (a + b)),
    "sigmoid": ("xavier", lambda a, b, s: 2 / (a + b)),
    "selu": ("lecun", lambda a, b, s: 1 / a),
}


def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if activation not in _LAWS:
        raise ValueError(f"unknown activation {activation!r}, use one of {sorted(_LAWS)}")
    scheme, variance = _LAWS[activation]
    return {"scheme": scheme, "std": variance(fan_in, fan_out, negative_slope) ** 0.5}
