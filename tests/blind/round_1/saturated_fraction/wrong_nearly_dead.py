# "0 for every sample": calls a unit dead that is below 0.01 for every sample
def saturated_fraction(activations, kind):
    if kind == "tanh":
        return np.mean(np.abs(activations) > 0.99)
    if kind == "sigmoid":
        return np.mean((activations > 0.99) | (activations < 0.01))
    return np.mean((activations < 0.01).all(axis=0))
