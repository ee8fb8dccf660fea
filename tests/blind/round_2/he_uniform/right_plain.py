# nothing unusual: rng.uniform within the limit
def he_uniform(shape, rng, negative_slope=0.0):
    """Uniform weights with the same variance as `he_normal`."""
    fan_in, _ = fans(shape)
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fan_in))
    return rng.uniform(-limit, limit, shape)
