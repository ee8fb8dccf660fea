"""The fans of a kernel, on which all scaled initializers of part 2 build."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.labs.weight_initialization.catalogue import tells
from autograder.labs.weight_initialization.initializers.laws import Shape, fans
from autograder.sandbox.probes import call
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points, type_name
from autograder.verdict.mistakes import Mistake, explains

LARGEST = 1e15  # far beyond any fan, and still an integer as a float


@dataclass(frozen=True)
class Given:
    """Shapes of kernels by the step that asks for their fans."""

    shapes: Mapping[str, Shape]


class TestFans(Grader):
    notebook, function = "part2_techniques", "fans"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Wide, tall and square dense kernels, and convolutions; first those in which no two numbers agree."""
        wide = (int(draw.integers(20, 60)), int(draw.integers(70, 120)))
        tall = (int(draw.integers(150, 190)), int(draw.integers(11, 19)))
        conv = (3, 5, int(draw.integers(6, 12)), int(draw.integers(14, 30)))
        deep = (7, 2, int(draw.integers(40, 60)), int(draw.integers(8, 20)))
        square, window = int(draw.integers(20, 60)), int(draw.integers(2, 6))
        shapes = {"wide": wide, "tall": tall, "square": (square, square), "conv": conv, "deep conv": deep}
        shapes |= {"square window": (window, window, *deep[2:][::-1]), "one pixel": (1, 1, *deep[2:])}
        return Probe({name: call("fans", shape) for name, shape in shapes.items()}, Given(shapes))

    @points(1)
    def test_dense(self, case: Case[Given]) -> None:
        """A dense kernel's fans are its inputs and its outputs."""
        compare(case, "wide", "tall", "square")

    @points(1)
    def test_convolution(self, case: Case[Given]) -> None:
        """A convolution's fans count every value that a unit sees, and every unit that sees a value."""
        compare(case, "conv", "deep conv", "square window", "one pixel")


def compare(case: Case[Given], *steps: str) -> None:
    """Raises `Wrong`, naming the mistake, at the first shape whose fans differ."""
    for step in steps:
        shape = case.given.shapes[step]
        found, expected = pair(case, step), fans(shape)
        if found != expected:
            known = explains(found, mistakes(shape), relative=0, absolute=0) or mistake("no fans", found)
            got, want = (", ".join(f"{n:g}" for n in numbers) for numbers in (found, expected))
            raise Wrong(f"{known.words} For {shape} it gives ({got}); expected ({want}).", known.key)


def pair(case: Case[Given], step: str) -> tuple[float, float]:
    """The two numbers a step returned, in any sequence. Raises `Wrong` for anything else."""
    value: Any = case.value(step)
    numbers = value.tolist() if isinstance(value, np.ndarray | np.generic) else value
    if not isinstance(numbers, list | tuple) or len(numbers) != 2:
        raise Wrong(f"fans should return two numbers, (fan_in, fan_out); it returned {type_name(value)}.", "no fans")
    plain = [n.item() if isinstance(n, np.generic) else n for n in numbers]
    if not all(isinstance(n, int | float) and abs(n) < LARGEST for n in plain):
        raise Wrong("fans should return two numbers, (fan_in, fan_out).", "no fans")
    return float(plain[0]), float(plain[1])


def mistakes(shape: Shape) -> Iterator[Mistake]:
    """The fans of this shape under each known mistake."""
    (fan_in, fan_out), (first, second, *rest), (*others, last) = fans(shape), shape, shape
    yield mistake("fans exchanged", (fan_out, fan_in))
    for value in (shape[-2:], (fan_in, last), (shape[-2], fan_out)):
        yield mistake("receptive field left out", value)
    after = math.prod(rest)  # of other libraries: kernels (out, in, height, width)
    for value in ((first, second), (first, last), (second * after, first * after), (first * after, second * after)):
        yield mistake("wrong axis", value)
    yield mistake("number of weights", (math.prod(shape), math.prod(shape)))
    yield mistake("sum of the shape", (sum(others), last))


def mistake(key: str, value: tuple[float, ...]) -> Mistake:
    """A mistake of which there is no more to say than the catalogue does."""
    return Mistake(key, tells(key), value)
