# "Xavier: tanh; by custom sigmoid": sigmoid gets LeCun
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if activation == "tanh":
        scheme, variance = "xavier", 2 / (fan_in + fan_out)
    elif activation in ("selu", "sigmoid"):
        scheme, variance = "lecun", 1 / fan_in
    elif activation == "relu":
        scheme, variance = "he", 2 / fan_in
    elif activation == "leaky_relu":
        scheme, variance = "he", 2 / ((1 + negative_slope**2) * fan_in)
    else:
        raise ValueError(f"unknown: {activation}")
    return {"scheme": scheme, "std": np.sqrt(variance)}
