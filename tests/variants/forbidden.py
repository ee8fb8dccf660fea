"""The forms that the text forbids in so many words: the sentence, where it stands, and whom it is said to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.bank.entry import INITIALIZERS
from tests.variants.variant import Variant

KERNELS = tuple(function for function in INITIALIZERS if function != "fans")
DRAWN = tuple(function for function in KERNELS if function not in ("zeros", "constant"))


@dataclass(frozen=True)
class Forbidden:
    """A form, the functions that it is forbidden to, and the words; `where` is the master that they stand in."""

    variant: str
    functions: Sequence[str]
    sentence: str
    where: str


FORBIDDEN = (
    Forbidden(
        "list for array",
        KERNELS,
        "An initializer is a function that takes the shape of a kernel (a layer's weights) and a random generator, and"
        " returns an array of that shape",
        "part2_techniques",
    ),
    Forbidden(
        "draws from np.random and throws it away",
        DRAWN,
        "Draw every random number from rng (for example rng.normal(...), rng.uniform(...)), never from np.random",
        "part2_techniques",
    ),
    Forbidden(
        "float32 arguments",
        ("gradient_norms",),
        "some are tiny. (Compute such in double precision: in single precision, the square of 1e-28 is 0.)",
        "part1_understanding",
    ),
)
# Right answers that a rewriting does not keep right, with the reason.
NOT_RIGHT: Mapping[tuple[str, str, str], str] = {
    ("distinct_units", "a_set_of_tuples", "float32 arguments"): "1e-300, which it divides by, is 0 in float32",
    ("constant", "read_only", "without float()"): "a whole number then makes an array of integers",
}


def forbidding(function: str, variant: Variant) -> Forbidden | None:
    """What forbids a form; None if nothing does."""
    return next((f for f in FORBIDDEN if f.variant == variant.name and function in f.functions), None)
