# "A unit that is small for every sample ... is not dead": isclose to 0
def saturated_fraction(activations, kind):
    if kind == "tanh":
        return np.mean(np.abs(activations) > 0.99)
    if kind == "sigmoid":
        return np.mean((activations > 0.99) | (activations < 0.01))
    return np.mean(np.all(np.isclose(activations, 0), axis=0))
