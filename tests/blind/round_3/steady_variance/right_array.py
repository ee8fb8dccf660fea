# numpy reciprocal, result an array of shape (1,), defensive about the name
def steady_variance(fan_in, activation):
    if activation not in ("linear", "relu"):
        raise ValueError("activation must be 'linear' or 'relu'")
    variance = np.reciprocal(np.array([fan_in], dtype=np.float64))
    if activation == "relu":
        variance = variance + variance
    return variance
