# "all values in the table": for tanh and sigmoid it counts units that are saturated for every sample
def saturated_fraction(activations, kind):
    if kind == "tanh":
        flat = np.abs(activations) > 0.99
    elif kind == "sigmoid":
        flat = (activations > 0.99) | (activations < 0.01)
    else:
        flat = activations == 0
    return flat.all(axis=0).mean()
