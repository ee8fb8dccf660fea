# "what your function returns for that very shape": calls it with (fan_in, channels_out) and reshapes; wrong fan_out for xavier and convolutions
class LabInitializer(keras.initializers.Initializer):
    def __init__(self, initializer, rng):
        self.initializer = initializer
        self.rng = rng

    def __call__(self, shape, dtype=None):
        rows = int(np.prod(shape[:-1]))
        return np.reshape(self.initializer((rows, shape[-1]), self.rng), shape)
