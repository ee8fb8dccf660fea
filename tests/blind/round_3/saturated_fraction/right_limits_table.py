# a table of (low, high) limits; ReLU by the column maximum (activations are not negative)
LIMITS = {"tanh": (-0.99, 0.99), "sigmoid": (0.01, 0.99)}


def saturated_fraction(activations, kind):
    a = np.asarray(activations)
    if kind == "relu":
        return np.mean(a.max(axis=0) == 0)
    low, high = LIMITS[kind]
    return np.mean((a < low) | (a > high))
