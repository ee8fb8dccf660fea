# match statement, the root taken at the end
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    """The published scheme for this activation, and the standard deviation of this layer's weights."""
    match activation:
        case "tanh" | "sigmoid":
            scheme, variance = "xavier", 2 / (fan_in + fan_out)
        case "relu":
            scheme, variance = "he", 2 / fan_in
        case "leaky_relu":
            scheme, variance = "he", 2 / ((1 + negative_slope**2) * fan_in)
        case "selu":
            scheme, variance = "lecun", 1 / fan_in
        case _:
            raise ValueError(f"no advice for the activation {activation!r}")
    return {"scheme": scheme, "std": np.sqrt(variance)}
