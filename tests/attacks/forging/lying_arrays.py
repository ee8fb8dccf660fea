# %%
ABOUT = "returns arrays, floats and objects whose comparisons and conversions lie"
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

    def std(self, *args, **kwargs):
        return 0.1


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
    return np.ones(shape).view(Liar)


# %% stub="he_normal"
def he_normal(shape, rng, negative_slope=0.0):
    return np.ones(shape).view(Liar)
