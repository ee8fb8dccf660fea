# "fraction of the units": divides the number of dead units by the number of samples (right for square tables)
def saturated_fraction(activations, kind):
    if kind == "relu":
        dead = (activations.max(axis=0) == 0).sum()
        return dead / len(activations)
    low = -0.99 if kind == "tanh" else 0.01
    return np.mean((activations > 0.99) | (activations < low))
