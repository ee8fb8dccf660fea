# plain if chain, boolean means
def saturated_fraction(activations, kind):
    if kind == "tanh":
        return np.mean(np.abs(activations) > 0.99)
    if kind == "sigmoid":
        return np.mean((activations > 0.99) | (activations < 0.01))
    if kind == "relu":
        return np.mean(np.all(activations == 0, axis=0))
    raise ValueError(f"unknown kind {kind!r}")
