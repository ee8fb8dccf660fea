# Marsaglia's polar method: pairs in the unit disc, vectorised with a mask, one of the two numbers thrown away
def lecun_normal(shape, rng):
    size = int(np.prod(shape))
    result = np.empty(0)
    while result.size < size:
        x, y = rng.uniform(-1, 1, (2, 2 * size + 8))
        s = x * x + y * y
        good = (s > 0) & (s < 1)
        result = np.append(result, x[good] * np.sqrt(-2 * np.log(s[good]) / s[good]))
    return result[:size].reshape(shape) * np.sqrt(1 / fans(shape)[0])
