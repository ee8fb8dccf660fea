# truncated at two deviations of the wider law, whose rest has the variance asked for (constant as in Keras)
def xavier_normal(shape, rng):
    fan_in, fan_out = fans(shape)
    stddev = np.sqrt(2 / (fan_in + fan_out)) / 0.87962566103423978
    flat = np.empty(0)
    n = int(np.prod(shape))
    while flat.size < n:
        more = rng.normal(0, stddev, 2 * n)
        flat = np.concatenate([flat, more[np.abs(more) <= 2 * stddev]])
    return flat[:n].reshape(shape)
