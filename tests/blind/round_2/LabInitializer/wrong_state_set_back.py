# "the stored `rng`, which goes on": sets the generator's state back before each call, so that it is "reproducible"
class LabInitializer(keras.initializers.Initializer):
    def __init__(self, initializer, rng):
        self.initializer = initializer
        self.rng = rng
        self.state = rng.bit_generator.state

    def __call__(self, shape, dtype=None):
        self.rng.bit_generator.state = self.state
        return self.initializer(shape, self.rng)
