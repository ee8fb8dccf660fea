# "0 for every sample": looks along the units, counting samples for which all units are 0
def saturated_fraction(activations, kind):
    if kind == "relu":
        return (activations == 0).all(axis=1).mean()
    low = {"tanh": -0.99, "sigmoid": 0.01}[kind]
    return ((activations > 0.99) | (activations < low)).mean()
