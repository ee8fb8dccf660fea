# "The scheme is that of the table's column 'best for'": SELU gets He, like the other "...LU"
def recommend(activation, fan_in, fan_out, negative_slope=0.01):
    slopes = {"relu": 0.0, "leaky_relu": negative_slope, "selu": 0.0}
    if activation in slopes:
        return {"scheme": "he", "std": np.sqrt(2 / (1 + slopes[activation] ** 2) / fan_in)}
    if activation in ("tanh", "sigmoid"):
        return {"scheme": "xavier", "std": np.sqrt(2 / (fan_in + fan_out))}
    raise ValueError(activation)
