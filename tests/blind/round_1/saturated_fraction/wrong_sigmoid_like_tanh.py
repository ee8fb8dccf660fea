# "`"sigmoid"` | above 0.99 or below 0.01": the rule of tanh for both, never sees sigmoid's lower side
def saturated_fraction(activations, kind):
    if kind in ("tanh", "sigmoid"):
        return np.mean(np.abs(activations) > 0.99)
    return np.mean((activations == 0).all(axis=0))
