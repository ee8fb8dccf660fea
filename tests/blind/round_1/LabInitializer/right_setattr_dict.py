# arguments are kept in the instance's dictionary in one go
class LabInitializer(keras.initializers.Initializer):
    """A function (shape, rng) -> array as a Keras initializer."""

    def __init__(self, initializer, rng):
        vars(self).update({name: value for name, value in locals().items() if name in ("initializer", "rng")})

    def __call__(self, shape, dtype=None):
        result = self.__dict__["initializer"](shape, self.__dict__["rng"])
        return result
