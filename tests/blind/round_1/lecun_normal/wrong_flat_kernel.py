# "a new NumPy array of exactly the shape asked for": convolutions come as a (fan_in, fan_out) table
def lecun_normal(shape, rng):
    fan_in = int(np.prod(shape[:-1]))
    return rng.normal(0, fan_in**-0.5, (fan_in, shape[-1]))
