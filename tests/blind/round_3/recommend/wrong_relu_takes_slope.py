# "`negative_slope` matters for "leaky_relu" alone": it is used for relu too
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    """The published scheme for this activation, and the standard deviation of this layer's weights."""
    if activation in ("relu", "leaky_relu"):
        return {"scheme": "he", "std": np.sqrt(2 / ((1 + negative_slope**2) * fan_in))}
    if activation in ("tanh", "sigmoid"):
        return {"scheme": "xavier", "std": np.sqrt(2 / (fan_in + fan_out))}
    if activation == "selu":
        return {"scheme": "lecun", "std": np.sqrt(1 / fan_in)}
    raise ValueError(f"unknown activation {activation!r}")
