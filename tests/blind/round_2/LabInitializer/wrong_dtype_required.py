# "called with a shape": dtype has lost its default, so a call with a shape alone fails
class LabInitializer(keras.initializers.Initializer):
    def __init__(self, initializer, rng):
        self.initializer = initializer
        self.rng = rng

    def __call__(self, shape, dtype):
        return np.asarray(self.initializer(shape, self.rng), dtype=dtype)
