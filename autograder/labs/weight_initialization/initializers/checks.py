"""What every initializer is checked for: the form of its answer, the generator, the law of its weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from autograder.evidence.answers import Returned
from autograder.labs.weight_initialization.catalogue import tells
from autograder.labs.weight_initialization.initializers.formulas import formulas
from autograder.labs.weight_initialization.initializers.identifiability import draw_kernels
from autograder.labs.weight_initialization.initializers.laws import Kernel, Law
from autograder.labs.weight_initialization.initializers.weights import (
    Weights,
    check_independence,
    check_law,
    check_spread,
)
from autograder.sandbox.codec import Other
from autograder.sandbox.probes import Expression, Ref, Rng, call, library
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points


@dataclass(frozen=True)
class Given:
    """Kernels by the step that asks for them."""

    kernels: Mapping[str, Kernel]
    large: tuple[str, ...] = ()  # steps with weights enough to show a law


class InitializerChecks(Grader):
    """Base of the graders of functions `(shape, rng, …) -> kernel`."""

    notebook = "part2_techniques"

    @points(0.25)
    def test_form(self, case: Case[Given]) -> None:
        """It returns a NumPy float array of the shape asked for, without NaN or infinity."""
        for step, kernel in case.given.kernels.items():
            kernel_of(case, step, kernel.shape)


class RandomInitializerChecks(InitializerChecks):
    """Base of the graders of random initializers: three points, half of them for the scale."""

    law: ClassVar[Law]

    @classmethod
    def probe(cls, draw: np.random.Generator) -> Probe:  # type: ignore[override]
        """Large kernels for the law, and pairs of small ones for the generator."""
        kernels = draw_kernels(cls.function, draw)
        small = Kernel((int(draw.integers(37, 46)), int(draw.integers(58, 71))))
        one, another, third = (Rng(int(seed)) for seed in draw.integers(0, 2**31, size=3))
        # the small kernels first: whatever is wrong with the form is then said about a small answer
        steps: dict[str, Expression] = {
            "one": one,
            "first": ask(cls.function, small, "one"),
            "second": ask(cls.function, small, "one"),
            "first later": library("numpy.copy", Ref("first")),
            "twin": one,
            "again": ask(cls.function, small, "twin"),
            "another": another,
            "elsewhere": ask(cls.function, small, "another"),
            "generator": third,
        }
        steps |= {name: ask(cls.function, kernel, "generator") for name, kernel in kernels.items()}
        pairs = dict.fromkeys(("first", "second", "again", "elsewhere"), small)
        return Probe(steps, Given(pairs | kernels, tuple(kernels)))

    @points(0.25)
    @needs("test_form")
    def test_generator(self, case: Case[Given]) -> None:
        """It draws from the generator it is given: same state, same weights; a further call, other weights."""
        first, second, again, elsewhere = map(case.array, ("first", "second", "again", "elsewhere"))
        if np.array_equal(first, second):
            fixed = np.array_equal(first, elsewhere)
            raise known(case, "seed reset inside" if fixed else "generator not moved on")
        match case.answer("first later"):
            case Returned(np.ndarray() as later) if not np.array_equal(later, first):
                raise known(case, "shared buffer")
        # the first call does not count: a library imported there may seed the global state
        if any(case.returned(step).global_random for step in case.given.kernels if step != "first"):
            raise known(case, "global random state")
        if not np.array_equal(first, again):
            raise known(case, "generator ignored")
        if np.array_equal(first, elsewhere):
            raise known(case, "seed reset inside")

    @points(1.5)
    @needs("test_form")
    def test_scale(self, case: Case[Given]) -> None:
        """The weights have the spread that the formula asks for, at kernels of several shapes."""
        check_spread(self.law, formulas(self.function), weights(case))

    @points(0.5)
    @needs("test_form")
    def test_law(self, case: Case[Given]) -> None:
        """The weights follow the law asked for, normal or uniform, centred on 0."""
        check_law(self.law, weights(case))

    @points(0.5)
    @needs("test_form")
    def test_independence(self, case: Case[Given]) -> None:
        """Every weight is drawn on its own: nothing is repeated and nothing depends on anything else."""
        check_independence(weights(case), case.array("first"), case.array("second"))


def ask(function: str, kernel: Kernel, generator: str) -> Expression:
    """The call that draws this kernel from the generator of an earlier step."""
    return call(function, kernel.shape, Ref(generator), **kernel.arguments)


def known(case: Case, key: str, detail: str = "") -> Wrong:
    """The failure that a known mistake gives, in the catalogue's words."""
    return Wrong(f"{case.function}: {tells(key)} {detail}", key)


def has_shape(value: object, shape: tuple[int, ...]) -> bool:
    """Whether a value is an array of this shape."""
    return isinstance(value, np.ndarray) and value.shape == shape


def kernel_of(case: Case, step: str, shape: tuple[int, ...]) -> np.ndarray:
    """The kernel that a step returned. Raises `Wrong` unless it is a finite float array of this shape."""
    value = case.value(step)
    match value:
        case list():
            raise known(case, "a list")
        case tuple(parts) if any(has_shape(part, shape) for part in parts):
            raise known(case, "bias added")
        case dict(parts) if any(has_shape(part, shape) for part in parts.values()):
            raise known(case, "bias added")
        case bool() | int() | float() | np.generic():
            raise known(case, "one number")
        case Other(type_name=name) if name.endswith("dtype object"):
            raise known(case, "object dtype")
        case Other(type_name=name) if "dtype complex" in name:
            raise known(case, "complex numbers")
        case Other(type_name=name) if name.endswith("dtype bfloat16"):
            raise known(case, "float16")
    array = case.array(step)
    if array.shape != shape:
        *field, fan_in, fan_out = shape
        exchanged = array.shape in ((*field, fan_out, fan_in), shape[::-1])
        grown = not field and array.shape in ((fan_in + 1, fan_out), (fan_in, fan_out + 1))
        key = "transposed shape" if exchanged else "bias added" if grown else "wrong shape"
        raise known(case, key, f"Asked for {shape}, it returned {array.shape}.")
    if array.dtype.kind in "iub":
        raise known(case, "integers", f"Its dtype is {array.dtype}.")
    if array.dtype == np.float16:
        raise known(case, "float16")
    if not np.all(np.isfinite(array)):
        raise known(case, "not finite")
    return array


def weights(case: Case[Given]) -> list[Weights]:
    """The large kernels of a case."""
    return [Weights(case.given.kernels[step], case.array(step)) for step in case.given.large]
