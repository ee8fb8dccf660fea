# "a number from 0 to 1": percent
def saturated_fraction(activations, kind):
    if kind == "relu":
        return 100.0 * np.mean(np.all(activations == 0, axis=0))
    low = -0.99 if kind == "tanh" else 0.01
    return 100.0 * np.mean((activations > 0.99) | (activations < low))
