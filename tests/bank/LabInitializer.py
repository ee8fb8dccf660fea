"""Q7: answers to `LabInitializer`, the wrapper for Keras."""

import keras
import numpy as np

from tests.bank.entry import right, wrong


class _Wrapper(keras.initializers.Initializer):
    def __init__(self, initializer, rng):
        self.initializer = initializer
        self.rng = rng

    def __call__(self, shape, dtype=None):
        return self.initializer(shape, self.rng)


@right
class AsInTheSolution(_Wrapper):
    pass


@right
class ReturnsATensor(_Wrapper):
    def __call__(self, shape, dtype=None, **kwargs):
        return keras.ops.convert_to_tensor(self.initializer(tuple(shape), self.rng), dtype=dtype)


@right
def made_by_a_function(initializer, rng):
    """A function that returns an initializer is used in the same way as a class."""

    class Made(keras.initializers.Initializer):
        def __call__(self, shape, dtype="float32"):
            return np.asarray(initializer(shape, rng), dtype=dtype)

    return Made()


@wrong(lost=2, fails={"draws": "no Keras initializer"}, says="keras.initializers.Initializer")
class NotAnInitializer:
    def __init__(self, initializer, rng):
        self.initializer, self.rng = initializer, rng

    def __call__(self, shape, dtype=None):
        return self.initializer(shape, self.rng)


@wrong(lost=1, fails={"moves_on": "generator not moved on"}, says="same weights")
class SeedReset(_Wrapper):
    def __call__(self, shape, dtype=None):
        return self.initializer(shape, np.random.default_rng(0))


@wrong(lost=1, fails={"moves_on": "generator not moved on"}, says="same weights")
class KeepsWhatItDrew(_Wrapper):
    def __init__(self, initializer, rng):
        super().__init__(initializer, rng)
        self.kept = {}

    def __call__(self, shape, dtype=None):
        if shape not in self.kept:
            self.kept[shape] = self.initializer(shape, self.rng)
        return self.kept[shape]


@wrong(lost=1, fails={"moves_on": "seed reset inside"}, says="Another generator")
class GeneratorOfItsOwn(_Wrapper):
    def __init__(self, initializer, rng):
        super().__init__(initializer, np.random.default_rng(7))


@wrong(lost=2, fails={"draws": "transposed shape"}, says="asked for")
class ShapeTurned(_Wrapper):
    def __call__(self, shape, dtype=None):
        return self.initializer(shape[::-1], self.rng).T


@wrong(lost=2, fails={"draws": "wrapped function not used"}, says="come from elsewhere")
class AlwaysHe(_Wrapper):
    def __call__(self, shape, dtype=None):
        return self.rng.normal(0, np.sqrt(2 / shape[0]), shape)


@wrong(lost=2, fails={"draws": "not a number"}, says="return statement")
class NoReturn(_Wrapper):
    def __call__(self, shape, dtype=None):
        self.initializer(shape, self.rng)


@wrong(lost=2, fails={"draws": "raised"}, says="dtype")
class TakesNoDtype(_Wrapper):
    def __call__(self, shape):
        return self.initializer(shape, self.rng)


@wrong(lost=1, fails={"moves_on": "generator ignored"}, says="in the same state gave other weights")
class AGeneratorOfItsOwn(_Wrapper):
    def __init__(self, initializer, rng):
        super().__init__(initializer, np.random.default_rng())


@wrong(lost=1, fails={"moves_on": "generator ignored"}, says="in the same state gave other weights")
class ANewGeneratorForEachCall(_Wrapper):
    def __call__(self, shape, dtype=None):
        return self.initializer(shape, np.random.default_rng())


_GENERATORS: list = []


@wrong(lost=2, fails={"draws": "kept on the class"}, says="made later")
class KeptOutside(_Wrapper):
    def __init__(self, initializer, rng):
        global _FUNCTION
        _FUNCTION = initializer
        self.rng = rng

    def __call__(self, shape, dtype=None):
        return _FUNCTION(shape, self.rng)


@wrong(lost=1, fails={"moves_on": "kept on the class"}, says="made later")
class GeneratorOfAll(_Wrapper):
    def __init__(self, initializer, rng):
        self.initializer = initializer
        _GENERATORS[:] = [rng]

    def __call__(self, shape, dtype=None):
        return self.initializer(shape, _GENERATORS[0])


@wrong(lost=1, fails={"moves_on": "generator copied"}, says="copy of it")
class GoesOnFromTheSameState(_Wrapper):
    def __init__(self, initializer, rng):
        super().__init__(initializer, np.random.default_rng())
        self.rng.bit_generator.state = rng.bit_generator.state


@wrong(lost=2, fails={"draws": "wrong shape"}, says="convolution")
class RowsAndColumns(_Wrapper):
    def __call__(self, shape, dtype=None):
        return np.reshape(self.initializer((int(np.prod(shape[:-1])), shape[-1]), self.rng), shape)
