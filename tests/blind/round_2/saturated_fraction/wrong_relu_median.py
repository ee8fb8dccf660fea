# "0 for all samples but one, is not dead": dead if the median over the samples is 0
def saturated_fraction(activations, kind):
    if kind == "relu":
        return np.mean(np.median(activations, axis=0) == 0)
    low = -0.99 if kind == "tanh" else 0.01
    return np.mean((activations > 0.99) | (activations < low))
