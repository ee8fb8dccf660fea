# returns a Keras tensor in the dtype asked for (Keras's float type if none is)
class LabInitializer(keras.initializers.Initializer):
    def __init__(self, initializer, rng):
        self.function, self.generator = initializer, rng

    def __call__(self, shape, dtype=None):
        kernel = np.asarray(self.function(shape, self.generator))
        return keras.ops.convert_to_tensor(kernel, dtype=dtype or keras.config.floatx())
