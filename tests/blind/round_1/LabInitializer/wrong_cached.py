# "the next call returns other weights": the first array of each shape is kept and returned again
class LabInitializer(keras.initializers.Initializer):
    """A function (shape, rng) -> array as a Keras initializer."""

    def __init__(self, initializer, rng):
        self.initializer, self.rng = initializer, rng
        self.drawn = {}

    def __call__(self, shape, dtype=None):
        shape = tuple(shape)
        if shape not in self.drawn:
            self.drawn[shape] = self.initializer(shape, self.rng)
        return self.drawn[shape]
