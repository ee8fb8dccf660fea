# "raises a ValueError ... for a misspelled one": `in ("selu")` is a test in a string, so "elu" and "sel" pass as selu
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if activation in ("selu"):
        return {"scheme": "lecun", "std": np.sqrt(1 / fan_in)}
    if activation in ("tanh", "sigmoid"):
        return {"scheme": "xavier", "std": np.sqrt(2 / (fan_in + fan_out))}
    if activation in ("relu", "leaky_relu"):
        slope = 0 if activation == "relu" else negative_slope
        return {"scheme": "he", "std": np.sqrt(2 / ((1 + slope**2) * fan_in))}
    raise ValueError(f"no advice for {activation}")
