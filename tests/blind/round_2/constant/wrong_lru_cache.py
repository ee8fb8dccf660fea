# breaks "Every call returns a new NumPy array": cached by (shape, value)
from functools import lru_cache


@lru_cache(maxsize=None)
def _filled(shape, value):
    return np.full(shape, value, dtype=np.float64)


def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return _filled(tuple(shape), float(value))
