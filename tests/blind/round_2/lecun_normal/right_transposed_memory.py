# draws the axes the other way round and transposes, float32; the array is then not C-contiguous, but of the right shape
def lecun_normal(shape, rng):
    fan_in = 1
    for axis in shape[:-1]:
        fan_in *= axis
    drawn = rng.standard_normal(tuple(reversed(shape))).astype(np.float32)
    return np.transpose(drawn) / np.float32(np.sqrt(fan_in))
