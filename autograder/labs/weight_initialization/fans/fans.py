"""The fans of a kernel, on which all scaled initializers of part 2 build."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.labs.weight_initialization.catalogue import tells
from autograder.labs.weight_initialization.initializers.laws import Shape, fans
from autograder.sandbox.probes import call
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points, type_name

WRONG_FANS: tuple[tuple[str, Callable[[Shape], tuple[int, int]]], ...] = (
    ("fans exchanged", lambda s: fans(s)[::-1]),
    ("receptive field left out", lambda s: (s[-2], s[-1])),
    ("receptive field left out", lambda s: (fans(s)[0], s[-1])),
    ("receptive field left out", lambda s: (s[-2], fans(s)[1])),
    ("wrong axis", lambda s: (s[0], s[1])),
    ("wrong axis", lambda s: (s[0], s[-1])),
    ("wrong axis", lambda s: (s[1] * math.prod(s[2:]), s[0] * math.prod(s[2:]))),
    ("wrong axis", lambda s: (s[0] * math.prod(s[2:]), s[1] * math.prod(s[2:]))),
    ("wrong axis", lambda s: (math.prod(s[:-1]), s[-1])),
    ("number of weights", lambda s: (math.prod(s), math.prod(s))),
    ("sum of the shape", lambda s: (sum(s[:-1]), s[-1])),
)  # fmt: skip


LARGEST = 1e15  # far beyond any fan, and still an integer as a float


def name_fans(shape: Shape, answer: tuple[float, float]) -> str:
    """The known mistake that gives this answer."""
    return next((key for key, wrong in WRONG_FANS if wrong(shape) == answer), "no fans")


def pair(case: Case, step: str) -> tuple[float, float]:
    """The two numbers a step returned, in any sequence. Raises `Wrong` for anything else."""
    value: Any = case.value(step)
    numbers = value.tolist() if isinstance(value, np.ndarray | np.generic) else value
    if not isinstance(numbers, list | tuple) or len(numbers) != 2:
        raise Wrong(f"fans should return two numbers, (fan_in, fan_out); it returned {type_name(value)}.", "no fans")
    plain = [n.item() if isinstance(n, np.generic) else n for n in numbers]
    if not all(isinstance(n, int | float) and abs(n) < LARGEST for n in plain):
        raise Wrong("fans should return two numbers, (fan_in, fan_out).", "no fans")
    return float(plain[0]), float(plain[1])


class TestFans(Grader):
    notebook, function = "part2_techniques", "fans"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """A wide and a tall dense kernel and two convolutions; no two numbers of a shape agree."""
        wide = (int(draw.integers(20, 60)), int(draw.integers(70, 120)))
        tall = (int(draw.integers(150, 190)), int(draw.integers(11, 19)))
        conv = (3, 5, int(draw.integers(6, 12)), int(draw.integers(14, 30)))
        deep = (7, 2, int(draw.integers(40, 60)), int(draw.integers(8, 20)))
        shapes = {"wide": wide, "tall": tall, "conv": conv, "deep conv": deep}
        return Probe({name: call("fans", shape) for name, shape in shapes.items()}, {"shapes": shapes})

    @points(1)
    def test_dense(self, case: Case) -> None:
        """A dense kernel's fans are its inputs and its outputs."""
        self.compare(case, ("wide", "tall"))

    @points(1)
    def test_convolution(self, case: Case) -> None:
        """A convolution's fans count every value that a unit sees, and every unit that sees a value."""
        self.compare(case, ("conv", "deep conv"))

    @staticmethod
    def compare(case: Case, steps: tuple[str, ...]) -> None:
        """Raises `Wrong`, naming the mistake, at the first shape whose fans differ."""
        for step in steps:
            shape, answer = case.given["shapes"][step], pair(case, step)
            if answer != fans(shape):
                key = name_fans(shape, answer)
                got, want = (", ".join(f"{n:g}" for n in numbers) for numbers in (answer, fans(shape)))
                raise Wrong(f"{tells(key)} For {shape} it gives ({got}); expected ({want}).", key)
