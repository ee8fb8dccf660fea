# "2 / ((1 + s^2) a)", a is fan_in: He divides by fan_out
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if activation in ("relu", "leaky_relu"):
        slope = negative_slope if activation == "leaky_relu" else 0
        return {"scheme": "he", "std": np.sqrt(2 / ((1 + slope**2) * fan_out))}
    if activation in ("tanh", "sigmoid"):
        return {"scheme": "xavier", "std": np.sqrt(2 / (fan_in + fan_out))}
    if activation == "selu":
        return {"scheme": "lecun", "std": np.sqrt(1 / fan_in)}
    raise ValueError(activation)
