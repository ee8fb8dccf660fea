# breaks "U(-a, a)": from 0 to a
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    a = np.sqrt(6 / sum(fans(shape)))
    return rng.random(shape) * a
