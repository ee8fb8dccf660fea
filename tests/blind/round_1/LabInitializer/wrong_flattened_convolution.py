# "called with a shape, it returns what your function returns for that shape": gives the function (fan_in, fan_out) and reshapes
class LabInitializer(keras.initializers.Initializer):
    """A function (shape, rng) -> array as a Keras initializer."""

    def __init__(self, initializer, rng):
        self.initializer = initializer
        self.rng = rng

    def __call__(self, shape, dtype=None):
        kernel = self.initializer(fans(shape), self.rng)
        return np.resize(kernel, shape)
