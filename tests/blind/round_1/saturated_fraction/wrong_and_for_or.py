# "above 0.99 **or** below 0.01": & in the sigmoid case, always 0
def saturated_fraction(activations, kind):
    if kind == "tanh":
        return np.mean(np.abs(activations) > 0.99)
    if kind == "sigmoid":
        return np.mean((activations > 0.99) & (activations < 0.01))
    return np.mean((activations == 0).all(axis=0))
