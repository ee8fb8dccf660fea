# "2 / ((1 + s^2) a)": the slope given is ignored, always that of the default 0.01
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    laws = {
        "relu": ("he", 2 / fan_in),
        "leaky_relu": ("he", 2 / ((1 + 0.01**2) * fan_in)),
        "tanh": ("xavier", 2 / (fan_in + fan_out)),
        "sigmoid": ("xavier", 2 / (fan_in + fan_out)),
        "selu": ("lecun", 1 / fan_in),
    }
    if activation not in laws:
        raise ValueError(activation)
    scheme, variance = laws[activation]
    return {"scheme": scheme, "std": variance**0.5}
