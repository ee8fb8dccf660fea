# "0 for all samples but one, is not dead": a unit with median 0 counts as dead
def saturated_fraction(activations, kind):
    if kind == "relu":
        return float(np.mean(np.median(activations, axis=0) == 0))
    a = np.asarray(activations)
    low = -0.99 if kind == "tanh" else 0.01
    return float(((a > 0.99).sum() + (a < low).sum()) / a.size)
