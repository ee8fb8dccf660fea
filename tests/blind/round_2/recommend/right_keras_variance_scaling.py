# in the terms of Keras's VarianceScaling (scale, mode); std taken from a frozen SciPy normal law
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    class Unknown(ValueError):
        pass

    rows = [
        (("tanh", "sigmoid"), "xavier", 1, "fan_avg"),
        (("selu",), "lecun", 1, "fan_in"),
        (("relu",), "he", 2, "fan_in"),
        (("leaky_relu",), "he", 2 / (1 + float(negative_slope) ** 2), "fan_in"),
    ]
    for names, scheme, scale, mode in rows:
        if activation in names:
            n = {"fan_in": fan_in, "fan_avg": (fan_in + fan_out) / 2}[mode]
            return {"scheme": scheme, "std": float(stats.norm(0, (scale / n) ** 0.5).std())}
    raise Unknown(activation)
