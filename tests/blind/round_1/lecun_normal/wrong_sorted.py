# "afterwards the weights are not sorted": large weights come first
def lecun_normal(shape, rng):
    fan_in, _ = fans(shape)
    w = rng.normal(0, np.sqrt(1 / fan_in), int(np.prod(shape)))
    return np.sort(w)[::-1].reshape(shape).copy()
