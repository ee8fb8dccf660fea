# with get_config, a counter and a check of the generator's type
class LabInitializer(keras.initializers.Initializer):
    """A function (shape, rng) -> array as a Keras initializer."""

    def __init__(self, initializer, rng):
        if not callable(initializer):
            raise TypeError("initializer must be a function (shape, rng)")
        self.pair = (initializer, rng)
        self.calls = 0

    def __call__(self, shape, dtype=None):
        self.calls += 1
        function, rng = self.pair
        return function(shape, rng)

    def get_config(self):
        return {"initializer": self.pair[0], "rng": self.pair[1]}
