# the limit from the variance: sqrt(3 · 2/(fan_in + fan_out)); single precision draws
def xavier_uniform(shape, rng):
    v = 2.0 / sum(fans(shape))
    half_width = np.float32(np.sqrt(3 * v))
    return (rng.random(shape, dtype=np.float32) * 2 - 1) * half_width
