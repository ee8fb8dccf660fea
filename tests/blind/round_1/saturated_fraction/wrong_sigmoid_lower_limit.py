# "below 0.01": 0.1 by a slip
def saturated_fraction(activations, kind):
    if kind == "tanh":
        return np.mean(np.abs(activations) > 0.99)
    if kind == "sigmoid":
        return np.mean((activations > 0.99) | (activations < 0.1))
    return np.mean((activations == 0).all(axis=0))
