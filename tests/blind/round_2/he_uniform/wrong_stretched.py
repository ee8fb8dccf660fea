# "nor corrected by ... its largest value": stretches the draws so that the largest lies at the limit (few weights: far off)
def he_uniform(shape, rng, negative_slope=0.0):
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fans(shape)[0]))
    w = rng.uniform(-1, 1, shape)
    return limit * w / np.abs(w).max()
