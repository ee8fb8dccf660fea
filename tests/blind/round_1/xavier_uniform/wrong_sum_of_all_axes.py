# "6 / (fan_in + fan_out)": the sum of all axes of the shape, right for dense kernels
def xavier_uniform(shape, rng):
    a = np.sqrt(6 / sum(shape))
    return rng.uniform(-a, a, shape)
