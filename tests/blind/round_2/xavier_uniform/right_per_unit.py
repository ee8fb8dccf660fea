# draws unit by unit, the last axis first
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    limit = np.sqrt(6 / np.sum(fans(shape)))
    units = [rng.uniform(-limit, limit, shape[:-1]) for _ in range(shape[-1])]
    return np.stack(units, axis=-1)
