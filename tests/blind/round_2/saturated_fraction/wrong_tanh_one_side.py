# "above 0.99 or below -0.99": forgets the negative side of tanh
def saturated_fraction(activations, kind):
    if kind == "relu":
        return np.mean(np.all(activations == 0, axis=0))
    if kind == "sigmoid":
        return np.mean((activations < 0.01) | (activations > 0.99))
    return np.mean(activations > 0.99)
