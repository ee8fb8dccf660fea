# "6 / (fan_in + fan_out)": divides by twice the larger of the fans
def xavier_uniform(shape, rng):
    a = np.sqrt(6 / (2 * max(fans(shape))))
    return rng.uniform(-a, a, shape)
