# "the **units** (columns)": all(axis=1) looks at samples
def saturated_fraction(activations, kind):
    if kind == "tanh":
        return np.mean(np.abs(activations) > 0.99)
    if kind == "sigmoid":
        return np.mean((activations > 0.99) | (activations < 0.01))
    return np.mean((activations == 0).all(axis=1))
