# "a number from 0 to 1": in percent
def saturated_fraction(activations, kind):
    if kind == "tanh":
        flat = np.abs(activations) > 0.99
    elif kind == "sigmoid":
        flat = (activations > 0.99) | (activations < 0.01)
    else:
        flat = (activations == 0).all(axis=0)
    return 100 * flat.mean()
