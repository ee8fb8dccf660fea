# pure Python loops over rows and columns
def saturated_fraction(activations, kind):
    n_samples, n_units = activations.shape
    count = 0
    if kind == "relu":
        for j in range(n_units):
            if not any(activations[i, j] != 0 for i in range(n_samples)):
                count += 1
        return count / n_units
    low = {"tanh": -0.99, "sigmoid": 0.01}[kind]
    for row in activations:
        for value in row:
            if value > 0.99 or value < low:
                count += 1
    return count / (n_samples * n_units)
