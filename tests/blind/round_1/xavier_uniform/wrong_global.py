# "never from `np.random`": the global generator
def xavier_uniform(shape, rng):
    fan_in, fan_out = fans(shape)
    bound = np.sqrt(6.0 / (fan_in + fan_out))
    return np.random.uniform(low=-bound, high=bound, size=shape)
