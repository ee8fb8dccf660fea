"""What every initializer is checked for: the form of its answer, the generator, the law of its weights."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, ClassVar, Self

import numpy as np

from autograder.labs.weight_initialization.catalogue import tells
from autograder.labs.weight_initialization.initializers import census
from autograder.labs.weight_initialization.initializers.family import check_law
from autograder.labs.weight_initialization.initializers.formulas import formulas
from autograder.labs.weight_initialization.initializers.independence import (
    Pair,
    check_independence,
    share_draws,
    share_starts,
)
from autograder.labs.weight_initialization.initializers.laws import Kernel, Law
from autograder.labs.weight_initialization.initializers.own_fans import follow
from autograder.labs.weight_initialization.initializers.probing import Plan, plan
from autograder.labs.weight_initialization.initializers.spread import check_spread
from autograder.labs.weight_initialization.initializers.weights import Drawn, Weights
from autograder.sandbox.codec import Other
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name
from autograder.verdict.statistics.samples import one_by_one


@dataclass(frozen=True)
class Given:
    """Kernels by the step that asks for them."""

    kernels: Mapping[str, Kernel]


@dataclass(frozen=True)
class GivenPlan(Given):
    """Kernels by the call that asks for them, and how their answers are to be judged."""

    plan: Plan

    @property
    def asked(self) -> tuple[Kernel, ...]:
        """Every kernel of the probe."""
        return (*self.plan.kernels.values(), *self.plan.census)

    def with_kernels(self, change: Callable[[Kernel], Kernel]) -> Self:
        """The same with every kernel changed."""
        return replace(
            self,
            kernels=changed(self.kernels, change),
            plan=replace(
                self.plan,
                kernels=changed(self.plan.kernels, change),
                census=tuple(change(kernel) for kernel in self.plan.census),
            ),
        )


def changed(kernels: Mapping[str, Kernel], change: Callable[[Kernel], Kernel]) -> dict[str, Kernel]:
    """The kernels changed, by the same names."""
    return {name: change(kernel) for name, kernel in kernels.items()}


class InitializerChecks(Grader):
    """Base of the graders of functions `(shape, rng, …) -> kernel`."""

    notebook = "part2_techniques"

    @points(0.25)
    def test_form(self, case: Case[Given]) -> None:
        """It returns a NumPy float array of the shape asked for, without NaN or infinity."""
        kernels = case.given.kernels
        for names in self.in_steps(case.given):
            values = {name: self.answer(case, name) for name in names}
            # what is wrong with the form is said about a small answer, about a dense kernel before a convolution's
            for name in sorted(names, key=lambda name: (len(kernels[name].shape), kernels[name].size)):
                kernel_of(case, values[name], kernels[name].shape)

    @staticmethod
    def in_steps(given: Given) -> Iterable[Sequence[str]]:
        """The kernels that are asked for, those of a step together, in the order of the steps."""
        return [[name] for name in given.kernels]

    @staticmethod
    def answer(case: Case[Any], name: str) -> Any:
        """What was returned for a kernel. Raises `Wrong` in words if nothing was."""
        return case.value(name)


class RandomInitializerChecks(InitializerChecks):
    """Base of the graders of random initializers: three points, half of them for the scale."""

    law: ClassVar[Law]

    @classmethod
    def probe(cls, draw: np.random.Generator) -> Probe:  # type: ignore[override]
        """Kernels of all kinds, from many generators (see `probing`)."""
        steps, planned = plan(cls.function, draw)
        return Probe(steps, GivenPlan(planned.kernels, planned))

    @staticmethod
    def answer(case: Case[Any], name: str) -> Any:
        """What was returned for a kernel. Raises `Wrong` in words if nothing was."""
        return answer(case, case.given.plan, name)

    @staticmethod
    def in_steps(given: GivenPlan) -> Iterable[Sequence[str]]:  # type: ignore[override]
        """The kernels that are asked for, those of a step together, in the order of the steps."""
        return given.plan.steps.values()

    @points(0.25)
    @needs("test_form")
    def test_generator(self, case: Case[GivenPlan]) -> None:
        """It draws from the generator it is given: same state, same weights; a further call, other weights."""
        planned = case.given.plan
        for names in planned.repeated:
            first, second, elsewhere = (
                answer(case, planned, name) for name in (names.first, names.second, names.elsewhere)
            )
            if np.array_equal(first, second):
                fixed = np.array_equal(first, elsewhere)
                raise known(case, "seed reset inside" if fixed else "generator not moved on")
        if any(any(batch(case, step)[1]) for step in planned.steps):
            raise known(case, "shared buffer")
        # the first step does not count: a library imported there may seed the global state
        _, *later = planned.steps
        if any(case.returned(step).global_random for step in later):
            raise known(case, "global random state")
        for names in planned.repeated:
            first, again, elsewhere = (
                answer(case, planned, name) for name in (names.first, names.again, names.elsewhere)
            )
            if not np.array_equal(first, again):
                raise known(case, "generator ignored")
            if np.array_equal(first, elsewhere):
                raise known(case, "seed reset inside")

    @points(1.5)
    @needs("test_form")
    def test_scale(self, case: Case[GivenPlan]) -> None:
        """The weights have the spread that the formula asks for, at kernels of many shapes."""

        def scale(case: Case[GivenPlan]) -> None:
            drawn = sample(case, self.law).drawn
            check_spread(formulas(self.function), drawn)
            census.check_spread_of_many(case, drawn)

        follow(case, scale)

    @points(0.5)
    @needs("test_form")
    def test_law(self, case: Case[GivenPlan]) -> None:
        """The weights follow the law asked for, normal or uniform, centred on 0."""

        def law(case: Case[GivenPlan]) -> None:
            found = sample(case, self.law)
            check_law(found.drawn, census.read(case), found.separate)

        follow(case, law)

    @points(0.5)
    @needs("test_form")
    def test_independence(self, case: Case[GivenPlan]) -> None:
        """Every weight is drawn on its own: nothing is repeated and nothing depends on anything else."""

        def independence(case: Case[GivenPlan]) -> None:
            found = sample(case, self.law)
            check_independence(found.drawn, found.pairs, found.separate)

        follow(case, independence)


def known(case: Case, key: str, detail: str = "") -> Wrong:
    """The failure that a known mistake gives, in the catalogue's words."""
    return Wrong(f"{case.function}: {tells(key)} {detail}", key)


def has_shape(value: object, shape: tuple[int, ...]) -> bool:
    """Whether a value is an array of this shape."""
    return isinstance(value, np.ndarray) and value.shape == shape


def kernel_of(case: Case, value: Any, shape: tuple[int, ...]) -> np.ndarray:
    """The kernel that was returned. Raises `Wrong` unless it is a finite float array of this shape."""
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
    array = array_in(case, value)
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


def array_in(case: Case, value: Any) -> np.ndarray:
    """The value, should it be an array. Raises `Wrong` for any other type."""
    if not isinstance(value, np.ndarray):
        raise Wrong(f"{case.function} should return a NumPy array; it returned {type_name(value)}.", "not an array")
    return value


def batch(case: Case, step: str) -> tuple[list, list]:
    """The answers of one step, and for each whether it has changed by the end of the step."""
    match case.value(step):
        case {"answers": list(answers), "changed": list(changed)} if len(answers) == len(changed):
            return answers, changed
    raise Wrong(f"There is no answer from {case.function} that can be read.", "stopped")


def answer(case: Case, planned: Plan, name: str) -> Any:
    """What was returned at one call."""
    step, place = planned.places[name]
    answers, _ = batch(case, step)
    if place >= len(answers):
        raise Wrong(f"There is no answer from {case.function} that can be read.", "stopped")
    return answers[place]


@dataclass(frozen=True)
class Sample:
    """All that was drawn in a case."""

    drawn: Drawn
    pairs: tuple[Pair, ...]  # of calls for one kernel: the first beside the next, and beside another generator's
    separate: bool  # whether calls are drawn apart, not by the same numbers again


@dataclass(frozen=True, eq=False)
class _Asked:
    """A case and a law as the key of what is computed once for all checks: equal if the answers are the same object."""

    case: Case[Any]
    law: Law

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Asked) or other.case.answers is not self.case.answers:
            return False
        return other.law is self.law and other.case.given.plan == self.case.given.plan  # own fans: other kernels

    def __hash__(self) -> int:
        return id(self.case.answers)


def sample(case: Case[Any], law: Law) -> Sample:
    """The weights of a case, to be judged together; one by one where calls share draws."""
    return _sample(_Asked(case, law))


@lru_cache(maxsize=2)  # with the right fans, and with the student's own
def _sample(asked: _Asked) -> Sample:
    planned = asked.case.given.plan
    weights = {name: Weights(planned.kernels[name], answer(asked.case, planned, name)) for name in planned.drawn}
    pairs = tuple((weights[r.first], weights[other]) for r in planned.repeated for other in (r.second, r.elsewhere))
    stds = np.asarray([asked.law.std(w.kernel) for w in weights.values()])
    separate = not (share_draws(pairs) or share_starts(tuple(weights.values()), stds))
    groups = planned.groups if separate else one_by_one(len(weights))
    large = tuple(planned.drawn.index(name) for name in planned.large)
    drawn = Drawn(asked.law, tuple(weights.values()), groups, large, census.spread_left(asked.case))
    return Sample(drawn, pairs, separate)
