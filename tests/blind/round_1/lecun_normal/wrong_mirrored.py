# "draws **each weight on its own**": draws half of the weights, the other half are their negatives
def lecun_normal(shape, rng):
    fan_in, _ = fans(shape)
    size = int(np.prod(shape))
    half = rng.normal(0, np.sqrt(1 / fan_in), (size + 1) // 2)
    return np.concatenate([half, -half])[:size].reshape(shape)
