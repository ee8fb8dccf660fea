# keeps a closure instead of the two arguments; the shape made a tuple of ints
class LabInitializer(keras.initializers.Initializer):
    def __init__(self, initializer, rng):
        super().__init__()
        self._draw = lambda shape: initializer(tuple(int(n) for n in shape), rng)

    def __call__(self, shape, dtype=None):
        return self._draw(shape)
