# computes the limit of the uniform law and divides it by the root of 3
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    """The published scheme for this activation, and the standard deviation of this layer's weights."""
    slopes = {"relu": 0.0, "leaky_relu": negative_slope}
    if activation in slopes:
        scheme, limit = "he", np.sqrt(6.0 / ((1.0 + slopes[activation] ** 2) * fan_in))
    elif activation in ("tanh", "sigmoid"):
        scheme, limit = "xavier", np.sqrt(6.0 / (fan_in + fan_out))
    elif activation == "selu":
        scheme, limit = "lecun", np.sqrt(3.0 / fan_in)
    else:
        raise ValueError("activation must be relu, leaky_relu, tanh, sigmoid or selu, but is " + str(activation))
    return {"std": float(limit / np.sqrt(3.0)), "scheme": scheme}
