# match statement; one minus the fraction of living units; answer is an array of shape (1,)
def saturated_fraction(activations, kind):
    match kind:
        case "relu":
            fine = np.any(activations != 0, axis=0)
        case "tanh":
            fine = np.abs(activations) <= 0.99
        case "sigmoid":
            fine = (activations <= 0.99) & (activations >= 0.01)
        case _:
            raise ValueError(f"unknown kind {kind!r}")
    return np.array([np.count_nonzero(~fine) / fine.size])
