# "the root of its variance, for a normal and a uniform law alike": the limit of the uniform law
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if activation == "relu":
        return {"scheme": "he", "std": np.sqrt(6 / fan_in)}
    if activation == "leaky_relu":
        return {"scheme": "he", "std": np.sqrt(6 / ((1 + negative_slope**2) * fan_in))}
    if activation in ("tanh", "sigmoid"):
        return {"scheme": "xavier", "std": np.sqrt(6 / (fan_in + fan_out))}
    if activation == "selu":
        return {"scheme": "lecun", "std": np.sqrt(3 / fan_in)}
    raise ValueError(activation)
