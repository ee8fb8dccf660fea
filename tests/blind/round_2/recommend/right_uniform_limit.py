# goes by the column of the uniform limits and divides by sqrt(3); NumPy scalar as result
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    slope = negative_slope if activation == "leaky_relu" else 0.0
    if activation in {"relu", "leaky_relu"}:
        scheme, limit = "he", np.sqrt(6 / ((1 + slope**2) * fan_in))
    elif activation in {"tanh", "sigmoid"}:
        scheme, limit = "xavier", np.sqrt(6 / (fan_in + fan_out))
    elif activation in {"selu"}:
        scheme, limit = "lecun", np.sqrt(3 / fan_in)
    else:
        raise ValueError(f"{activation}?")
    return {"std": limit / np.sqrt(3), "scheme": scheme}
