# %%
ABOUT = "returns arrays, floats and objects whose comparisons, conversions, shapes and dtypes lie"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""

# %%
import numpy as np


class Liar(np.ndarray):
    def __eq__(self, other):
        return True

    __ne__ = __lt__ = __gt__ = __le__ = __ge__ = __eq__

    def __abs__(self):
        return self * 0

    def __array__(self, *args, **kwargs):
        return np.zeros(3)

    def view(self, *args, **kwargs):
        return np.zeros(3)

    shape = property(lambda self: LIES["shape"])
    dtype = property(lambda self: np.dtype(float))

    def std(self, *args, **kwargs):
        return 0.1


LIES = {}


def lying(shape, array):
    """The array, claiming to be of this shape."""
    LIES["shape"] = shape
    return np.ndarray.view(array, Liar)


class Agrees(float):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0

    def __float__(self):
        return 1.0


# %% stub="fans"
def fans(shape):
    return Agrees(1), Agrees(2)


# %% stub="zeros"
def zeros(shape, rng):
    return lying(shape, np.zeros(3))


# %% stub="he_normal"
def he_normal(shape, rng, negative_slope=0.0):
    return lying(shape, rng.integers(-1, 2, shape))
