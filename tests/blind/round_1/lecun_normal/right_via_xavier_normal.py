# takes xavier_normal's weights, divides out its standard deviation (a constant of the shape) and puts in its own
def lecun_normal(shape, rng):
    fan_in, fan_out = fans(shape)
    return xavier_normal(shape, rng) * np.sqrt((fan_in + fan_out) / (2 * fan_in))
