# "one of your initializers" is a function (shape, rng): it is given the dtype as well, he_normal takes it for its slope
class LabInitializer(keras.initializers.Initializer):
    """A function (shape, rng) -> array as a Keras initializer."""

    def __init__(self, initializer, rng):
        self.initializer = initializer
        self.rng = rng

    def __call__(self, shape, dtype=None):
        if dtype is not None:
            return self.initializer(shape, self.rng, dtype)
        return self.initializer(shape, self.rng)
