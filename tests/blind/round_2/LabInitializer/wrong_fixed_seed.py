# "rng, which goes on: the next call returns other weights": draws a seed once and starts from it at each call
class LabInitializer(keras.initializers.Initializer):
    def __init__(self, initializer, rng):
        self.initializer = initializer
        self.seed = int(rng.integers(2**32))

    def __call__(self, shape, dtype=None):
        return self.initializer(shape, np.random.default_rng(self.seed))
