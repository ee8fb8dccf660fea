# sorts, takes the first and the last, returns a namedtuple (a tuple)
from typing import NamedTuple


class ScaleRange(NamedTuple):
    smallest: float
    largest: float


def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    ordered = sorted(filter(lambda s: final_losses[s] <= level, final_losses))
    if ordered:
        return ScaleRange(ordered[0], ordered[-1])
