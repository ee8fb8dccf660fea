# ReLU is asked of itself as leaky ReLU with slope 0; a power of -1/2
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    """The published scheme for this activation, and the standard deviation of this layer's weights."""
    if activation == "relu":
        return recommend("leaky_relu", fan_in, fan_out, negative_slope=0)
    a, b = float(fan_in), float(fan_out)
    precision = {
        "leaky_relu": ("he", (1 + negative_slope * negative_slope) * a / 2),
        "tanh": ("xavier", (a + b) / 2),
        "sigmoid": ("xavier", (a + b) / 2),
        "selu": ("lecun", a),
    }
    if activation not in precision:
        raise ValueError(f"{activation!r} is none of relu, {', '.join(precision)}")
    scheme, one_over_variance = precision[activation]
    return {"scheme": scheme, "std": one_over_variance**-0.5}
