# "leave what you are given as it is": writes the absolute values into the caller's activations
def saturated_fraction(activations, kind):
    if kind == "tanh":
        np.abs(activations, out=activations)
        return np.mean(activations > 0.99)
    if kind == "sigmoid":
        return np.mean((activations > 0.99) | (activations < 0.01))
    return np.mean(~activations.any(axis=0))
