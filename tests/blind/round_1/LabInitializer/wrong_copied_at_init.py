# "the stored `rng`, which goes on": a copy is stored, the given rng stays where it is and two wrappers of one rng agree
import copy


class LabInitializer(keras.initializers.Initializer):
    """A function (shape, rng) -> array as a Keras initializer."""

    def __init__(self, initializer, rng):
        self.initializer = initializer
        self.rng = copy.deepcopy(rng)

    def __call__(self, shape, dtype=None):
        return self.initializer(shape, self.rng)
