# "what your function returns for that very shape": asks for the reversed shape and turns it round, so the fans are swapped
class LabInitializer(keras.initializers.Initializer):
    def __init__(self, initializer, rng):
        self.initializer = initializer
        self.rng = rng

    def __call__(self, shape, dtype=None):
        return self.initializer(tuple(shape)[::-1], self.rng).T
