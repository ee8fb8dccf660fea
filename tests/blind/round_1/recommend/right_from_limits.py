# the standard deviation from the limit of the uniform law, by scipy.stats; a NumPy number
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    known = ["relu", "leaky_relu", "tanh", "sigmoid", "selu"]
    if activation not in known:
        raise ValueError("activation must be one of " + ", ".join(known))
    a, b, s = float(fan_in), float(fan_out), 0.0
    if activation.endswith("relu"):
        if activation.startswith("leaky"):
            s = negative_slope
        scheme, limit = "he", np.sqrt(6 / ((1 + s**2) * a))
    elif activation == "selu":
        scheme, limit = "lecun", np.sqrt(3 / a)
    else:
        scheme, limit = "xavier", np.sqrt(6 / (a + b))
    return {"scheme": scheme, "std": stats.uniform.std(loc=-limit, scale=2 * limit)}
