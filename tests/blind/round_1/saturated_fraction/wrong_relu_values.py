# "fraction of the **units** (columns) | that are 0 for every sample": fraction of all values that are 0
def saturated_fraction(activations, kind):
    if kind == "tanh":
        return np.mean(np.abs(activations) > 0.99)
    if kind == "sigmoid":
        return np.mean((activations > 0.99) | (activations < 0.01))
    return np.mean(activations == 0)
