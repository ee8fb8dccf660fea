# "1/(a + b) is a slip": exactly that slip, for tanh and sigmoid
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    schemes = {"relu": "he", "leaky_relu": "he", "tanh": "xavier", "sigmoid": "xavier", "selu": "lecun"}
    if activation not in schemes:
        raise ValueError(f"{activation!r} is unknown")
    slope = negative_slope if activation == "leaky_relu" else 0
    variance = {
        "he": 2 / ((1 + slope**2) * fan_in),
        "xavier": 1 / (fan_in + fan_out),
        "lecun": 1 / fan_in,
    }
    scheme = schemes[activation]
    return {"scheme": scheme, "std": float(np.sqrt(variance[scheme]))}
