# "Do not round", and "strictly": rounds the activations to two decimals before it compares
def saturated_fraction(activations, kind):
    a = np.round(activations, 2)
    if kind == "tanh":
        return np.mean(np.abs(a) > 0.99)
    if kind == "sigmoid":
        return np.mean((a > 0.99) | (a < 0.01))
    return np.mean((activations == 0).all(axis=0))
