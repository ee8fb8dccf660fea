# "never from a generator that you make yourself": rng replaced by a seeded one
def xavier_normal(shape, rng=None, seed=0):
    generator = np.random.default_rng(seed)
    fan_in, fan_out = fans(shape)
    return generator.normal(0, np.sqrt(2 / (fan_in + fan_out)), shape)
