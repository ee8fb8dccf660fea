# nothing unusual
class LabInitializer(keras.initializers.Initializer):
    """A function (shape, rng) -> array as a Keras initializer."""

    def __init__(self, initializer, rng):
        self.initializer = initializer
        self.rng = rng

    def __call__(self, shape, dtype=None):
        return self.initializer(shape, self.rng)
