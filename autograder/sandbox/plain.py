"""What a value is, whatever class it came in: a `defaultdict` is a dictionary, a member of a `StrEnum` a text.

The only place that says so, for every answer. It runs inside, beside the student's code; the values of subclasses of
Python's and NumPy's own types are read with the base class's own methods, so that what a subclass overrides decides
nothing. That the result is what it says is still the student's word, as of any other answer.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import Any

import numpy as np

ALREADY = frozenset({type(None), bool, int, float, str, list, tuple, dict})
BYTES = (bytes, bytearray, memoryview)  # sequences of numbers by Python's book, and no list of numbers to anybody


def plain(value: Any, most: int) -> Any:
    """The value as Python's or NumPy's own type, one level deep; what is none of their kind comes back as it is.

    Of other classes' mappings and sequences, whose own methods have to be asked, at most `most` + 1 items are read.
    """
    kind = type(value)
    if kind in ALREADY:
        return value
    if issubclass(kind, str):
        return str.__str__(value)
    if issubclass(kind, np.generic):
        return value
    if issubclass(kind, int):
        return int.__int__(value)
    if issubclass(kind, float):
        return float.__float__(value)
    if issubclass(kind, Fraction | Decimal):
        return float(value)
    if issubclass(kind, np.ndarray):
        return _array(value, most)
    if issubclass(kind, list):
        return list.copy(value)
    if issubclass(kind, tuple):
        return tuple.__getitem__(value, slice(None))
    if issubclass(kind, dict):
        return dict(dict.items(value))  # `dict.copy` would ask a subclass that overrides `__iter__` for its keys
    if issubclass(kind, Mapping):
        return {key: value[key] for key in islice(value, most + 1)}
    if issubclass(kind, Sequence) and not issubclass(kind, BYTES):
        return list(islice(value, most + 1))
    return value


def _array(value: np.ndarray, most: int) -> Any:
    """The array itself, without the subclass; its one entry, if it has no axes. What a mask hides is no number."""
    if issubclass(type(value), np.ma.MaskedArray) and np.ma.is_masked(value):
        return value
    array = value if type(value) is np.ndarray else np.ndarray.view(value, np.ndarray)
    return array if array.ndim else plain(array[()], most)
