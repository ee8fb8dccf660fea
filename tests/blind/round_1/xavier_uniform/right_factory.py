# made by a function that makes initializers, drawn flat in the reversed order
def make_uniform(numerator):
    def initializer(shape, rng):
        a = np.sqrt(numerator / sum(fans(shape)))
        return rng.uniform(-a, a, int(np.prod(shape)))[::-1].reshape(shape)

    return initializer


xavier_uniform = make_uniform(6)
