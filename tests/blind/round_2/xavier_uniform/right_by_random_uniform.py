# calls random_uniform of Q5; the limit from the variance, the root of 3 v
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    variance = 2 / sum(fans(shape))
    return random_uniform(shape, rng, limit=np.sqrt(3 * variance))
