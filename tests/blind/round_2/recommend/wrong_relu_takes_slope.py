# "negative_slope matters for leaky_relu alone": plain relu is divided by 1 + slope**2 too
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if activation in ("relu", "leaky_relu"):
        return {"scheme": "he", "std": np.sqrt(2 / ((1 + negative_slope**2) * fan_in))}
    if activation in ("tanh", "sigmoid"):
        return {"scheme": "xavier", "std": np.sqrt(2 / (fan_in + fan_out))}
    if activation == "selu":
        return {"scheme": "lecun", "std": np.sqrt(1 / fan_in)}
    raise ValueError(activation)
