# "the *standard deviation* of the weights": the variance
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    s = negative_slope if activation == "leaky_relu" else 0.0
    table = {
        "relu": ("he", 2 / fan_in),
        "leaky_relu": ("he", 2 / ((1 + s**2) * fan_in)),
        "tanh": ("xavier", 2 / (fan_in + fan_out)),
        "sigmoid": ("xavier", 2 / (fan_in + fan_out)),
        "selu": ("lecun", 1 / fan_in),
    }
    if activation not in table:
        raise ValueError(activation)
    scheme, std = table[activation]
    return {"scheme": scheme, "std": std}
