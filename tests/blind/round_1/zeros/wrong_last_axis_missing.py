# "exactly the shape asked for": (height, width, channels_in) + 1 row for the bias
def zeros(shape, rng):
    shape = list(shape)
    shape[-2] += 1  # one more row for the bias
    return np.zeros(shape)
