"""Asking for many kernels in one step, and keeping of the answers what is judged."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.sandbox.plain import plain

MOST_PARTS = 10  # of a tuple, such as a kernel and a bias
MOST_NUMBERS = 2**20  # of an array; larger ones do not travel, and a broadcast one may have more than can be looked at
LEAST, MOST = 1e-30, float(np.finfo(np.float32).max)  # largest weights of which float32 keeps seven digits of each

Asked = tuple[str, tuple[int, ...], Mapping[str, float]]  # generator, shape, further arguments


def in_turn(
    initializer: Callable[..., Any], asked: Sequence[Asked], generators: Mapping[str, np.random.Generator]
) -> dict[str, list]:
    """What an initializer returns for these kernels, one after the other, in float32; and which have changed since.

    A probe has hundreds of kernels, and a step of its own for each would cost more than drawing it.
    """
    returned = [
        (value, single(value)) for value in (initializer(shape, generators[g], **more) for g, shape, more in asked)
    ]
    return {"answers": [kept for _, kept in returned], "changed": [not same(*pair) for pair in returned]}


def census(
    initializer: Callable[..., Any], asked: Sequence[Asked], generators: Mapping[str, np.random.Generator]
) -> list[dict[str, float] | None]:
    """What an initializer returns for these kernels, in a few numbers; None for what is no array of finite floats.

    So many draws as tell a law from one that is much like it would be megabytes of evidence.
    """
    return [in_numbers(initializer(shape, generators[g], **more), shape) for g, shape, more in asked]


def in_numbers(value: Any, shape: tuple[int, ...]) -> dict[str, float] | None:
    """How many weights there are, their moments, how many are as large as the largest or 0, how many differ."""
    value = plain(value, MOST_PARTS)
    if type(value) is not np.ndarray or value.dtype.kind != "f" or value.shape != shape:
        return None
    sizes = np.abs(value, dtype=np.float64).ravel()
    largest = float(sizes.max())
    if not 0 < largest < np.inf:
        return None
    parts = sizes / largest
    squares = np.square(parts)
    square = float(np.mean(squares))
    return {
        "draws": float(sizes.size),
        "mean": largest * float(np.mean(value / largest, dtype=np.float64)),
        "std": largest * float(np.sqrt(square)),
        "kurtosis": float(np.dot(squares, squares)) / sizes.size / square**2,
        "largest": largest,
        "at_largest": float(np.count_nonzero(sizes == largest)),
        "zeros": float(np.count_nonzero(sizes == 0)),
        "distinct": (1 + int(np.count_nonzero(np.diff(np.sort(parts.astype(np.float32)))))) / sizes.size,
    }


def of_each(function: Callable[..., Any], arguments: Sequence[Any]) -> list:
    """What a function returns for each of these."""
    return [function(argument) for argument in arguments]


def single(value: Any) -> Any:
    """A copy of an array of floats, in float32 if that costs its numbers only digits; what else came, as it came.

    Seven digits say all that is asked of drawn weights. Numbers that float32 cannot hold stay what they are. A list is
    kept without its items: it is no kernel, whatever it holds.
    """
    value = plain(value, MOST_PARTS)
    if type(value) is list:
        return []
    if type(value) is tuple:
        return tuple(single(part) for part in value[:MOST_PARTS])
    if type(value) is not np.ndarray or value.dtype.kind != "f":
        return value
    if value.size > MOST_NUMBERS:
        return value
    if value.dtype.itemsize <= 4 or value.size == 0:
        return value.copy()
    largest = max(abs(value.max()), abs(value.min()))
    return value.astype(np.float32) if largest == 0 or LEAST <= largest <= MOST else value.copy()


def same(value: Any, kept: Any) -> bool:
    """Whether an array of floats is what was kept of it; of anything else nothing is said."""
    value = plain(value, MOST_PARTS)
    if type(value) is not np.ndarray or value.dtype.kind != "f" or value.size > MOST_NUMBERS:
        return True
    return np.array_equal(value.astype(kept.dtype), kept, equal_nan=True)
