"""What every initializer is checked for: the form of its answer, the generator, and the law of its
weights."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from autograder.diagnosis import name_scale, table
from autograder.evidence import Returned
from autograder.grader import Case, Grader, Histogram, Probe, Wrong, needs, points
from autograder.misconceptions import tells
from autograder.misconceptions.formulas import Formula, formulas
from autograder.sandbox.codec import Other
from autograder.sandbox.probes import Expression, Ref, Rng, call, library
from autograder.statistics import checks
from autograder.statistics.identifiability import draw_kernels
from autograder.statistics.laws import NORMAL, TRUNCATED, UNIFORM, Kernel, Law

FEWEST = 50  # different numbers below which a kernel shows no law


class InitializerChecks(Grader):
    """Base of the graders of functions `(shape, rng, …) -> kernel`."""

    notebook = "part2_techniques"

    @points(0.25)
    def test_form(self, case: Case) -> None:
        """It returns a NumPy float array of the shape asked for, without NaN or infinity."""
        for step, kernel in case.given["kernels"].items():
            kernel_of(case, step, kernel.shape)


class RandomInitializerChecks(InitializerChecks):
    """Base of the graders of random initializers: three points, half of them for the scale."""

    law: ClassVar[Law]

    @classmethod
    def probe(cls, draw: np.random.Generator) -> Probe:  # type: ignore[override]
        """Large kernels for the law, and pairs of small ones for the generator."""
        kernels = draw_kernels(cls.function, draw)
        small = Kernel((int(draw.integers(37, 46)), int(draw.integers(58, 71))))
        seeds = [int(seed) for seed in draw.integers(0, 2**31, size=3)]
        # the small kernels first: whatever is wrong with the form is then said about a small answer
        steps: dict[str, Expression] = {
            "one": Rng(seeds[0]),
            "first": ask(cls.function, small, "one"),
            "second": ask(cls.function, small, "one"),
            "first later": library("numpy.copy", Ref("first")),
            "twin": Rng(seeds[0]),
            "again": ask(cls.function, small, "twin"),
            "another": Rng(seeds[1]),
            "elsewhere": ask(cls.function, small, "another"),
            "generator": Rng(seeds[2]),
        }
        steps |= {name: ask(cls.function, kernel, "generator") for name, kernel in kernels.items()}
        pairs = dict.fromkeys(("first", "second", "again", "elsewhere"), small)
        return Probe(steps, {"kernels": pairs | kernels, "law": tuple(kernels)})

    @points(0.25)
    @needs("test_form")
    def test_generator(self, case: Case) -> None:
        """It draws from the generator it is given: the same state gives the same weights, a further call
        others."""
        first, second, again, elsewhere = (
            case.array(step) for step in ("first", "second", "again", "elsewhere")
        )  # fmt: skip
        if np.array_equal(first, second):
            fixed = np.array_equal(first, elsewhere)
            raise known(case, "seed reset inside" if fixed else "generator not moved on")
        later = case.answer("first later")
        if (
            isinstance(later, Returned)
            and isinstance(later.value, np.ndarray)
            and not np.array_equal(later.value, first)
        ):
            raise known(case, "shared buffer")
        if any(case.returned(step).global_random for step in case.given["kernels"]):
            raise known(case, "global random state")
        if not np.array_equal(first, again):
            raise known(case, "generator ignored")
        if np.array_equal(first, elsewhere):
            raise known(case, "seed reset inside")

    @points(1.5)
    @needs("test_form")
    def test_scale(self, case: Case) -> None:
        """The weights have the spread that the formula asks for, at kernels of several shapes."""
        check_spread(self.law, formulas(self.function), weights(case))

    @points(0.5)
    @needs("test_form")
    def test_law(self, case: Case) -> None:
        """The weights follow the law asked for, normal or uniform, centred on 0."""
        check_law(self.law, weights(case))

    @points(0.5)
    @needs("test_form")
    def test_independence(self, case: Case) -> None:
        """Every weight is drawn on its own: nothing is repeated and nothing depends on anything else."""
        check_independence(case)


def ask(function: str, kernel: Kernel, generator: str) -> Expression:
    """The call that draws this kernel from the generator of an earlier step."""
    return call(function, kernel.shape, Ref(generator), **kernel.arguments)


def known(case: Case, key: str, detail: str = "") -> Wrong:
    """The failure that a known mistake gives, in the catalogue's words."""
    return Wrong(" ".join(filter(None, [f"{case.function}: {tells(key)}", detail])), key)


def kernel_of(case: Case, step: str, shape: tuple[int, ...]) -> np.ndarray:
    """The kernel that a step returned. Raises `Wrong` unless it is a finite float array of this shape."""
    value = case.value(step)
    match value:
        case list():
            raise known(case, "a list")
        case tuple() | dict() if any(
            np.shape(part) == shape for part in (value.values() if isinstance(value, dict) else value)
        ):
            raise known(case, "bias added")
        case bool() | int() | float() | np.generic():
            raise known(case, "one number")
        case Other(type_name=name) if name.endswith("dtype object"):
            raise known(case, "object dtype")
        case Other(type_name=name) if name.endswith("dtype bfloat16"):
            raise known(case, "float16")
    array = case.array(step)
    if array.shape != shape:
        exchanged = array.shape == (*shape[:-2], shape[-1], shape[-2]) or array.shape == shape[::-1]
        grown = array.ndim == 2 == len(shape) and array.shape in (
            (shape[0] + 1, shape[1]),
            (shape[0], shape[1] + 1),
        )
        key = "transposed shape" if exchanged else "bias added" if grown else "wrong shape"
        raise known(case, key, f"Asked for {shape}, it returned {array.shape}.")
    if array.dtype.kind in "iub":
        raise known(case, "integers", f"Its dtype is {array.dtype}.")
    if array.dtype == np.float16:
        raise known(case, "float16")
    if not np.all(np.isfinite(array)):
        raise known(case, "not finite")
    return array


@dataclass(frozen=True)
class Weights:
    """One kernel that was drawn, with what was asked for."""

    kernel: Kernel
    array: np.ndarray

    @property
    def draws(self) -> np.ndarray:
        """The separate draws in it, in float64: all weights, or where draws were used again, each number
        once."""
        values = self.array.astype(np.float64).ravel()
        if checks.distinct_part(values) >= checks.DISTINCT:
            return values
        once = np.unique(values)
        return values if len(once) >= FEWEST and checks.is_rounded(values) else once


def weights(case: Case) -> list[Weights]:
    """The large kernels of a case."""
    kernels = case.given["kernels"]
    return [Weights(kernels[step], case.array(step)) for step in case.given["law"]]


def check_spread(law: Law, wrong: Sequence[Formula], drawn: Sequence[Weights]) -> None:
    """Raises `Wrong`, with a name if there is one, unless every kernel has the law's standard deviation."""
    draws = [w.draws for w in drawn]
    if min(len(values) for values in draws) < FEWEST:
        raise Wrong(
            "No spread can be seen: the kernel holds only a few different numbers.", "one number for all"
        )
    kernels = [w.kernel for w in drawn]
    variances, sizes = [float(np.var(values, ddof=1)) for values in draws], [len(values) for values in draws]
    expected = [law.std(kernel) for kernel in kernels]
    found = checks.spread(variances, sizes, expected, checks.CHECK_ALPHA)
    if not found.rejected:
        return
    one_sided = all(values.min() >= 0 for values in draws) or all(values.max() <= 0 for values in draws)
    candidates = [(formula, [formula.std(kernel) for kernel in kernels]) for formula in wrong]
    named = name_scale(variances, sizes, candidates, one_sided)
    numbers = table([str(kernel) for kernel in kernels], np.sqrt(variances).tolist(), expected)
    picture = histogram(law, drawn[found.worst])
    if named is None:
        raise Wrong(f"The spread does not match any known formula.\n{numbers}", None, picture)
    raise Wrong(f"The spread matches {named.text}. {tells(named.key)}\n{numbers}", named.key, picture)


def check_law(law: Law, drawn: Sequence[Weights]) -> None:
    """Raises `Wrong` unless the weights are centred on 0 and of the law's family, whatever their scale.

    The check's budget is split in three: the mean, the family, and the limit of a uniform law.
    A normal law cut at two deviations passes for a normal one: Keras draws so, and the idea is the same.
    """
    alpha = checks.CHECK_ALPHA / 3
    draws = [w.draws for w in drawn]
    picture = histogram(law, drawn[0])
    if min(len(values) for values in draws) < FEWEST:
        raise Wrong(tells("one number for all"), "one number for all", picture)
    scales = [math.sqrt(float(np.mean(values**2))) for values in draws]
    standardized = np.concatenate([values / scale for values, scale in zip(draws, scales, strict=True)])
    if checks.is_lopsided(standardized, alpha):
        means = ", ".join(f"{values.mean():.3g}" for values in draws)
        one_sided = all(values.min() >= 0 for values in draws) or all(values.max() <= 0 for values in draws)
        key = "one-sided range" if one_sided else "shifted mean"
        raise Wrong(f"{tells(key)} Means: {means}; expected 0.", key, picture)
    smallest = min(len(values) for values in draws)
    accepted = (UNIFORM,) if law.family is UNIFORM else (NORMAL, TRUNCATED)
    if not any(checks.fits_family(standardized, smallest, family, alpha) for family in accepted):
        other = next(
            (f for f in (NORMAL, UNIFORM) if checks.fits_family(standardized, smallest, f, alpha)), None
        )
        key = {"normal": "normal for uniform", "uniform": "uniform for normal"}[other.name] if other else None
        unknown = f"The weights are neither normal nor uniform; expected: {law.family.name}."
        raise Wrong(tells(key) if key else unknown, key, picture)
    if law.family is UNIFORM:
        check_limits(law, drawn, draws, alpha)


def check_limits(law: Law, drawn: Sequence[Weights], draws: Sequence[np.ndarray], alpha: float) -> None:
    """Raises `Wrong` unless the largest weights reach the uniform law's limit and none passes it.

    The limit is known exactly only when the scale is right; where the spread is off, that check says so.
    """
    variances, sizes = [float(np.var(values, ddof=1)) for values in draws], [len(values) for values in draws]
    if checks.spread(variances, sizes, [law.std(w.kernel) for w in drawn], checks.CHECK_ALPHA).rejected:
        return
    for w, values in zip(drawn, draws, strict=True):
        limit = law.stated(w.kernel)
        largest = float(np.max(np.abs(values)))
        lowest = limit * checks.lowest_maximum(len(values), alpha / len(drawn))
        if not lowest * (1 - checks.ROUNDING) <= largest <= limit * (1 + checks.ROUNDING):
            message = f"The largest weight of {w.kernel} is {largest:.6g}; the limit is {limit:.6g}."
            raise Wrong(message, None, histogram(law, w))


def check_independence(case: Case) -> None:
    """Raises `Wrong` if weights repeat, or depend on their neighbours, on another row, or on the call before.

    The budget goes in equal parts to the two directions in each kernel and to the pair of calls; repeats and
    proportional rows cost nothing that counts (`checks.DISTINCT`, `checks.PROPORTIONAL`).
    """
    drawn = weights(case)
    alpha = checks.CHECK_ALPHA / (2 * len(drawn) + 1)
    for w in drawn:
        matrix = w.array.astype(np.float64).reshape(-1, w.array.shape[-1])
        check_repeats(matrix)
        centred = centre(matrix, alpha)
        for line in (centred.ravel(), centred.T.ravel()):
            if checks.is_lopsided(line[1:] * line[:-1], alpha):
                raise Wrong(tells("neighbours not independent"), "neighbours not independent")
        if checks.has_proportional_rows(matrix) or checks.has_proportional_rows(matrix.T):
            raise Wrong(tells("rows not independent"), "rows not independent")
    first, second = (case.array(step).astype(np.float64) for step in ("first", "second"))
    if np.array_equal(first, second):
        return  # the check on the generator says so
    if checks.distinct_part(np.stack([first, second])) < checks.DISTINCT <= checks.distinct_part(first):
        raise known(case, "draws used twice")
    if checks.is_lopsided((centre(first, alpha) * centre(second, alpha)).ravel(), alpha):
        raise known(case, "draws used twice")


def check_repeats(matrix: np.ndarray) -> None:
    """Raises `Wrong`, with the way they repeat, if many weights of a kernel are equal."""
    if checks.distinct_part(matrix) >= checks.DISTINCT:
        return
    if np.all(matrix == matrix[0, 0]):
        key = "one number for all"
    elif np.all(matrix == matrix[:1]):
        key = "one row repeated"
    elif np.all(matrix == matrix[:, :1]):
        key = "one column repeated"
    elif checks.is_rounded(matrix):
        key = "rounded"
    else:
        key = "weights repeated"
    raise Wrong(tells(key), key)


def centre(values: np.ndarray, alpha: float) -> np.ndarray:
    """The values about 0: a shifted mean is another check's business, and a right law needs no shift."""
    return values - values.mean() if checks.is_lopsided(values.ravel(), alpha) else values


def histogram(law: Law, w: Weights, bins: int = 40) -> Histogram:
    """The kernel's weights beside the density that the law asks for; both fill the picture as far as they
    can."""
    std = law.std(w.kernel)
    values = w.array.astype(np.float64).ravel()
    reach = max(3.5 * std, min(float(np.max(np.abs(values))), 20 * std))
    edges = np.linspace(-reach, reach, bins + 1)
    density = np.histogram(values, edges)[0] / (len(values) * np.diff(edges))
    middles = (edges[1:] + edges[:-1]) / 2
    expected = law.family.pdf(middles / std) / std
    return Histogram(
        tuple(edges.tolist()), tuple(density.tolist()), tuple(expected.tolist()), law.words(w.kernel)
    )
