# "returns a number": the fraction, rounded to two decimals
def saturated_fraction(activations, kind):
    if kind == "tanh":
        part = np.mean(np.abs(activations) > 0.99)
    elif kind == "sigmoid":
        part = np.mean((activations > 0.99) | (activations < 0.01))
    else:
        part = np.mean((activations == 0).all(axis=0))
    return round(float(part), 2)
