# "the units (columns)": fraction of samples (rows) for which every unit is 0
def saturated_fraction(activations, kind):
    if kind == "relu":
        return np.mean(np.all(activations == 0, axis=1))
    low = -0.99 if kind == "tanh" else 0.01
    return np.mean((activations > 0.99) | (activations < low))
