"""Kernels that tell which shape their initializer was asked for."""

import numpy as np

from autograder.labs.weight_initialization.inside import arguments
from autograder.sandbox.probes import Library

# The initializer that the probes hand over signs every weight with 1000 fan_in + fan_out, plus .1 to .4 drawn
# from the generator; float32 keeps that to .004 for the widths used here.
SIGNED = Library(f"{arguments.__name__}.signed")
SIGNED_WINDOW = Library(f"{arguments.__name__}.signed_window")  # for a convolution's kernel: with its shape's digits
# Two kernels of 48 or more weights with parts drawn evenly over .3 agree to within .01 everywhere with
# probability below (2 * .01 / .3)^48 < 1e-56.
DIFFERENT = 0.01


def signature(kernel: np.ndarray) -> tuple[int, int] | None:
    """The (fan_in, fan_out) a kernel was signed with; None if `signed` did not make it."""
    number = number_signed(kernel)
    return None if number is None or number < 1000 else divmod(number, 1000)


def number_signed(kernel: np.ndarray) -> int | None:
    """The whole number that a kernel was signed with; None if it was not."""
    whole = np.floor(kernel)
    rest = kernel - whole
    if kernel.size == 0 or np.ptp(whole) != 0 or rest.min() < 0.08 or rest.max() > 0.42:
        return None
    return int(whole.flat[0])


def different(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two kernels were drawn apart."""
    return one.shape != other.shape or bool(np.abs(one - other).max() > DIFFERENT)
