# converts to the dtype if Keras asks for one
class LabInitializer(keras.initializers.Initializer):
    """A function (shape, rng) -> array as a Keras initializer."""

    def __init__(self, initializer, rng):
        self.function, self.generator = initializer, rng

    def __call__(self, shape, dtype=None):
        weights = self.function(shape, self.generator)
        if dtype is None:
            return weights
        return np.asarray(weights, dtype=keras.backend.standardize_dtype(dtype))
