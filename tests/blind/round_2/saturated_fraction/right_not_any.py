# complement: 1 minus the fraction that is fine; relu through any()
def saturated_fraction(activations, kind):
    if kind == "relu":
        return 1 - np.mean(np.any(activations, axis=0))
    low, high = (-0.99, 0.99) if kind == "tanh" else (0.01, 0.99)
    fine = np.logical_and(activations <= high, activations >= low)
    return 1 - np.count_nonzero(fine) / activations.size
