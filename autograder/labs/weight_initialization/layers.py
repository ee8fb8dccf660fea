"""Statistics of a signal in every layer: a row for each network, a column for each layer."""

from collections.abc import Callable, Iterable

import numpy as np

FIRST = (20, 32, 50, 60, 64, 100, 128, 200)  # numbers of samples after which whoever takes one batch stops


def each(statistic: Callable[..., np.ndarray], layers: Iterable[np.ndarray]) -> np.ndarray:
    """A statistic such as `np.var` over samples and units of every layer (R, samples, units), as (R, layers)."""
    return np.stack([statistic(layer, axis=(1, 2)) for layer in layers], axis=1)


def mean_squares(layers: Iterable[np.ndarray]) -> np.ndarray:
    """The second moment of every layer (R, samples, units), as (R, layers)."""
    return each(np.mean, (layer**2 for layer in layers))


def shown(moments: np.ndarray) -> str:
    """The first six of them, in brackets."""
    return "[" + ", ".join(f"{moment:.3g}" for moment in moments[:6]) + (", …]" if len(moments) > 6 else "]")
