# "all values in the table": for tanh and sigmoid also counts units that are beyond the limit for every sample
def saturated_fraction(activations, kind):
    if kind == "relu":
        flat = activations == 0
    elif kind == "tanh":
        flat = np.abs(activations) > 0.99
    else:
        flat = (activations > 0.99) | (activations < 0.01)
    return flat.all(axis=0).mean()
