# "a value exactly at a limit is not beyond it": >= and <=
def saturated_fraction(activations, kind):
    if kind == "tanh":
        return np.mean(np.abs(activations) >= 0.99)
    if kind == "sigmoid":
        return np.mean((activations >= 0.99) | (activations <= 0.01))
    return np.mean((activations == 0).all(axis=0))
