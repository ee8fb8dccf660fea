# "above 0.99 or below -0.99": >= and <=, so exactly 0.99 counts
def saturated_fraction(activations, kind):
    if kind == "tanh":
        return np.mean((activations >= 0.99) | (activations <= -0.99))
    if kind == "sigmoid":
        return np.mean((activations >= 0.99) | (activations <= 0.01))
    return np.mean((activations == 0).all(axis=0))
