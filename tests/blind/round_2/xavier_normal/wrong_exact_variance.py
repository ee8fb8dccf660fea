# breaks "nor corrected by ... spread": rescaled so that the kernel's variance is exactly the one asked for
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    target = np.sqrt(2 / sum(fans(shape)))
    w = rng.normal(0, target, shape)
    return w * (target / w.std())
