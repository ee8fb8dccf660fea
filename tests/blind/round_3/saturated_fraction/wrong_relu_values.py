# "the units (columns)": fraction of all values that are 0
def saturated_fraction(activations, kind):
    if kind == "tanh":
        bad = np.abs(activations) > 0.99
    elif kind == "sigmoid":
        bad = (activations > 0.99) | (activations < 0.01)
    else:
        bad = activations == 0
    return bad.mean()
