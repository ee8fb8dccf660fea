"""A lab of a page, as small as one can be: it shows what the engine needs of a lab, and that this is all it needs."""

from pathlib import Path

from autograder.lab import Lab
from autograder.verdict.common import COMMON
from autograder.verdict.mistakes import Misconception

HERE = Path(__file__).parent
OWN = (
    Misconception("squared", "The number is multiplied by itself.", "Twice a number is the number plus itself."),
    Misconception("wrong double", "The answer is not twice the number.", "Try it with 3."),
    Misconception("no tally", "A Tally is asked for.", "Look at `tally.Tally`."),
)

LAB = Lab(
    assignment="arithmetic",
    package=__name__,
    masters=HERE / "masters",
    handout=HERE / "handout",
    library=HERE / "tally",
    catalogue={entry.key: entry for entry in (*COMMON, *OWN)},
    inside=f"{__name__}.inside",
    describe=f"{__name__}.inside:describe",
)
