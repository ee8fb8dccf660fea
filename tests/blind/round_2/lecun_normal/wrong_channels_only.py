# "for both kinds of kernels": fan_in without the window
def lecun_normal(shape, rng):
    *_, fan_in, fan_out = shape
    return rng.standard_normal(shape) / np.sqrt(fan_in)
