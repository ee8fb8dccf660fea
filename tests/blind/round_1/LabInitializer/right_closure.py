# keeps a closure, with other attribute names, and calls the parent's __init__; swallows further arguments
class LabInitializer(keras.initializers.Initializer):
    """A function (shape, rng) -> array as a Keras initializer."""

    def __init__(self, initializer, rng):
        super().__init__()
        self._draw = lambda shape: initializer(tuple(shape), rng)

    def __call__(self, shape, dtype=None, **kwargs):
        return self._draw(shape)
