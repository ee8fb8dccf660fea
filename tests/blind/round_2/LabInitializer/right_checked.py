# stores the pair as one tuple; checks its arguments and the shape of what comes out
class LabInitializer(keras.initializers.Initializer):
    def __init__(self, initializer, rng):
        if not callable(initializer):
            raise TypeError("initializer must be a function (shape, rng)")
        self.__pair = (initializer, rng)

    def __call__(self, shape, dtype=None):
        initializer, rng = self.__pair
        result = initializer(shape, rng)
        if tuple(np.shape(result)) != tuple(shape):
            raise ValueError(f"got {np.shape(result)}, expected {shape}")
        return result
