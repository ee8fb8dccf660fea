# "A unit that is small for every sample is not dead": np.isclose to 0 (limit 1e-8)
def saturated_fraction(activations, kind):
    if kind == "relu":
        return np.mean(np.isclose(activations, 0).all(axis=0))
    low = -0.99 if kind == "tanh" else 0.01
    return np.mean((activations > 0.99) | (activations < low))
