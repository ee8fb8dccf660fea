# "sigmoid: above 0.99 or below 0.01": treats it like tanh, so values near 0 are missed
def saturated_fraction(activations, kind):
    if kind == "relu":
        return np.mean(np.all(activations == 0, axis=0))
    return np.mean((activations > 0.99) | (activations < -0.99))
