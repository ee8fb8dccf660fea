# 1 / the mean of the two fans, standard_normal in 32 bits
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    mean_fan = np.mean(fans(shape))
    return rng.standard_normal(size=shape, dtype=np.float32) / np.float32(mean_fan ** 0.5)
