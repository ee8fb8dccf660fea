# "0 for every sample" / "all values in the table": averages each unit over the samples first
def saturated_fraction(activations, kind):
    unit = activations.mean(axis=0)
    if kind == "tanh":
        return np.mean(np.abs(unit) > 0.99)
    if kind == "sigmoid":
        return np.mean((unit > 0.99) | (unit < 0.01))
    return np.mean(unit == 0)
