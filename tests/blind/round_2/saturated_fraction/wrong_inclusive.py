# "Above and below are meant strictly": >= and <=
def saturated_fraction(activations, kind):
    if kind == "tanh":
        return float(np.mean(np.abs(activations) >= 0.99))
    if kind == "sigmoid":
        return float(np.mean((activations >= 0.99) | (activations <= 0.01)))
    return float(np.mean(np.all(activations == 0, axis=0)))
