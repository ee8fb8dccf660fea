# "fraction of the units (columns) that are 0 for every sample": fraction of all values that are 0
def saturated_fraction(activations, kind):
    if kind == "relu":
        return np.mean(activations == 0)
    low = -0.99 if kind == "tanh" else 0.01
    return np.mean((activations > 0.99) | (activations < low))
