# "0 for all samples but one, is not dead": allows 1 % of samples, which shows with more than 100 samples
def saturated_fraction(activations, kind):
    if kind == "relu":
        return np.mean(np.mean(activations == 0, axis=0) > 0.99)
    low = -0.99 if kind == "tanh" else 0.01
    return np.mean((activations > 0.99) | (activations < low))
