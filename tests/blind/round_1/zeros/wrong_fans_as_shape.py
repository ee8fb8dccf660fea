# "exactly the shape asked for": for a convolution a table (fan_in, fan_out), dense is right
def zeros(shape, rng):
    return np.zeros(fans(shape))
