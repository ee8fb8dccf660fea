# "the fraction of the **units**": the number of dead units divided by the number of samples
def saturated_fraction(activations, kind):
    if kind == "tanh":
        return np.mean(np.abs(activations) > 0.99)
    if kind == "sigmoid":
        return np.mean((activations > 0.99) | (activations < 0.01))
    return (activations == 0).all(axis=0).sum() / len(activations)
