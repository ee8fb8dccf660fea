"""The wrong scales: for every initializer, the formulas that people write in its place.

A formula is known by its standard deviation as a function of the kernel. What two mistakes have in common is
written once: `sqrt(n / fan)` can lose its root, its n, its fan, or its place in another law.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import pi, prod, sqrt

from autograder.labs.weight_initialization.initializers.laws import LAWS, Kernel, Law, slope
from autograder.verdict.statistics.families import ROOT_3, TRUNCATED_STD, UNIFORM
from autograder.verdict.values import agree

Value = Callable[[Kernel], float]


@dataclass(frozen=True)
class Formula:
    """A wrong scale: what a `Mistake` is among values, where the value is seen through random draws only.

    Its value `std` depends on the kernel, and the likeliest formula is named (`naming`), as none is hit exactly.
    """

    key: str  # in the catalogue, which has all the words there are
    text: str  # the formula as the student would read it
    std: Value
    one_sided: bool = False  # belongs to weights that all have one sign, and fits no others


@dataclass(frozen=True)
class Fan:
    """Something that a formula divides by."""

    key: str  # of the mistake to divide by it; empty for the right ones
    text: str
    value: Value


FAN_IN = Fan("", "fan_in", lambda k: k.fan_in)
SUM = Fan("", "(fan_in + fan_out)", lambda k: k.fan_in + k.fan_out)
FAN_OUT = Fan("fan_out", "fan_out", lambda k: k.fan_out)

WRONG_FANS = (
    FAN_OUT,
    Fan("mean of the fans", "((fan_in + fan_out) / 2)", lambda k: (k.fan_in + k.fan_out) / 2),
    Fan("product of the fans", "(fan_in · fan_out)", lambda k: k.fan_in * k.fan_out),
    Fan("number of weights", "the number of weights", lambda k: k.size),
    Fan("larger fan", "max(fan_in, fan_out)", lambda k: max(k.fan_in, k.fan_out)),
    Fan("smaller fan", "min(fan_in, fan_out)", lambda k: min(k.fan_in, k.fan_out)),
)

FAN_IN_MISREAD = (
    Fan("receptive field left out", "channels_in", lambda k: k.shape[-2]),
    Fan("wrong axis", "shape[0]", lambda k: k.shape[0]),
    Fan("fan_out", "shape[1]", lambda k: k.shape[1]),
    Fan("fan_out", "shape[-1]", lambda k: k.shape[-1]),
    Fan("fan_out", "the product of shape[1:]", lambda k: prod(k.shape[1:])),
    Fan("receptive field left out", "(width · channels_in)", lambda k: prod(k.shape[-3:-1])),
)
_EARLY_SUM = "(shape[0] + shape[1]) · the product of shape[2:]"
SUM_MISREAD = (
    Fan("receptive field left out", "(channels_in + channels_out)", lambda k: k.shape[-2] + k.shape[-1]),
    Fan("receptive field left out", "(fan_in + channels_out)", lambda k: k.fan_in + k.shape[-1]),
    Fan("wrong axis", "(shape[0] + shape[1])", lambda k: k.shape[0] + k.shape[1]),
    Fan("wrong axis", "(shape[0] + shape[-1])", lambda k: k.shape[0] + k.shape[-1]),
    Fan("wrong axis", _EARLY_SUM, lambda k: (k.shape[0] + k.shape[1]) * prod(k.shape[2:])),
    Fan("sum of the shape", "the sum of the shape", lambda k: sum(k.shape)),
)


@cache
def formulas(function: str) -> tuple[Formula, ...]:
    """The wrong scales for one initializer, the more usual explanation first where two formulas coincide."""
    law = LAWS[function]
    schemes = _other_schemes(law)
    match function:
        case "random_normal" | "random_uniform":
            own = [*_argument_mistakes(law), *schemes]
        case "xavier_normal" | "xavier_uniform":
            own = [*schemes, *_scaling_mistakes(law, 2, SUM, SUM_MISREAD), *_xavier_mistakes(law)]
        case _:
            variance = 1 if function == "lecun_normal" else 2
            halved = _root(law, "Xavier's formula without its 2", 1, SUM)
            own = [*schemes, halved, *_scaling_mistakes(law, variance, FAN_IN, FAN_IN_MISREAD)]
    return tuple(_distinct([*own, *_fixed(law), *_family_mistakes(law)], law))


def _distinct(found: Iterable[Formula], law: Law) -> Iterator[Formula]:
    """Formulas that differ from the right one and from those before them, at kernels without coincidences."""
    arguments = {"std": 0.0313, "limit": 0.0419}
    kernels = [Kernel(shape, arguments) for shape in ((173, 311), (307, 151), (3, 5, 37, 103))]
    seen = [(False, [law.std(k) for k in kernels])]
    for formula in found:
        stds = [formula.std(k) for k in kernels]
        if not any(formula.one_sided == sided and agree(stds, other, 1e-9, 0) for sided, other in seen):
            seen.append((formula.one_sided, stds))
            yield formula


def _stated(law: Law, key: str, text: str, value: Value) -> Formula:
    """A mistake in the number that the law states: the std of a normal, the limit of a uniform one."""
    if law.family is UNIFORM:
        return Formula(key, f"limit = {text}", lambda k: value(k) / ROOT_3)
    return Formula(key, f"std = {text}", value)


def _numerator(law: Law, variance: float) -> float:
    """What stands over the fan for this variance: three times as much in a limit."""
    return 3 * variance if law.family is UNIFORM else variance


def _root(law: Law, key: str, variance: float, fan: Fan) -> Formula:
    n = _numerator(law, variance)
    return _stated(law, key, f"sqrt({n:g} / {fan.text})", lambda k: sqrt(n / fan.value(k)))


def _scaling_mistakes(law: Law, variance: int, right: Fan, misread: tuple[Fan, ...]) -> Iterator[Formula]:
    """What goes wrong with sqrt(n / fan). Sources of the counts: 138 real implementations."""
    n, fan, text = _numerator(law, variance), right.value, right.text
    bracketed = text if text.startswith("(") else f"({text})"
    uniform = law.family is UNIFORM
    missing = "square root missing" if uniform else "variance as std"
    yield _stated(law, missing, f"{n} / {text}", lambda k: n / fan(k))
    if uniform:
        yield _root(law, "std as limit", variance / 3, right)
        yield _stated(law, "variance as limit", f"{variance} / {text}", lambda k: variance / fan(k))
    else:
        yield _root(law, "limit as std", 3 * variance, right)
    yield _stated(law, "numerator outside the root", f"{n} / sqrt{bracketed}", lambda k: n / sqrt(fan(k)))
    for wrong in (*WRONG_FANS, *misread):
        yield _root(law, wrong.key, variance, wrong)
    yield _stated(law, "denominator outside the root", f"sqrt({n}) / {text}", lambda k: sqrt(n) / fan(k))
    yield _root(law, "factor 2 missing", variance / 2, right)
    yield _root(law, "factor 2 too many", 2 * variance, right)
    yield _stated(law, "inverted scale", f"sqrt({text} / {n})", lambda k: sqrt(fan(k) / n))
    yield _stated(law, "root alone", f"1 / sqrt{bracketed}", lambda k: 1 / sqrt(fan(k)))


def _xavier_mistakes(law: Law) -> Iterator[Formula]:
    n = _numerator(law, 2)
    yield _stated(law, "operator precedence", f"sqrt({n} / fan_in + fan_out)", lambda k: sqrt(n / k.fan_in + k.fan_out))
    roots = Fan("root of each fan", "(sqrt(fan_in) + sqrt(fan_out))", lambda k: sqrt(k.fan_in) + sqrt(k.fan_out))
    yield _stated(law, roots.key, f"sqrt({n}) / {roots.text}", lambda k: sqrt(n) / roots.value(k))
    yield _root(law, "only fan_out", 1, FAN_OUT)
    geometric = Fan("geometric mean", "sqrt(fan_in · fan_out)", lambda k: sqrt(k.fan_in * k.fan_out))
    yield _root(law, geometric.key, 1, geometric)


def _argument_mistakes(law: Law) -> Iterator[Formula]:
    name, given = law.formula, law.stated
    yield _stated(law, "argument ignored", "0.05, whatever was asked for", lambda k: 0.05)
    yield _stated(law, "variance as std", f"{name}²", lambda k: given(k) ** 2)
    yield _stated(law, "root of the scale", f"sqrt({name})", lambda k: sqrt(given(k)))
    yield _stated(law, "scaled by the fan", f"{name} / sqrt(fan_in)", lambda k: given(k) / sqrt(k.fan_in))
    yield _stated(law, "scaled by the fan", f"{name} / fan_in", lambda k: given(k) / k.fan_in)
    yield _stated(law, "factor 2 too many", f"2 · {name}", lambda k: 2 * given(k))
    if law.family is UNIFORM:
        yield _stated(law, "std as limit", f"{name} / sqrt(3)", lambda k: given(k) / ROOT_3)
    else:
        yield _stated(law, "factor 2 missing", f"{name} / 2", lambda k: given(k) / 2)


def _other_schemes(law: Law) -> Iterator[Formula]:
    """The right formula of another scheme, at the slope 0."""
    yield _root(law, "He's formula", 2, FAN_IN)
    yield _root(law, "Xavier's formula", 2, SUM)
    yield _root(law, "LeCun's formula", 1, FAN_IN)
    yield Formula("PyTorch's default", "uniform with limit = 1 / sqrt(fan_in)", lambda k: sqrt(1 / 3 / k.fan_in))


def _fixed(law: Law) -> Iterator[Formula]:
    yield _stated(law, "no scale", "1", lambda k: 1.0)
    yield _stated(law, "fixed scale", "0.01", lambda k: 0.01)
    yield _stated(law, "fixed scale", "0.05", lambda k: 0.05)
    yield _stated(law, "fixed scale", "0.1", lambda k: 0.1)


def _family_mistakes(law: Law) -> Iterator[Formula]:
    """The right number given to a law for which it means something else."""
    stated = law.stated
    if law.family is UNIFORM:
        name = "limit"
        yield Formula("one-sided range", "uniform from 0 to limit", lambda k: stated(k) / sqrt(12), True)
        yield Formula("half the range", "limit / 2 on each side of 0", lambda k: stated(k) / sqrt(12))
        yield Formula("limit as std", "a normal law with std = limit", stated)
    else:
        name = "std"
        yield Formula("rand for randn", "uniform from 0 to std", lambda k: stated(k) / sqrt(12), True)
        yield Formula("std as limit", "uniform within ±std", lambda k: stated(k) / ROOT_3)
        yield Formula("rand for randn", "uniform within ±std / 2", lambda k: stated(k) / sqrt(12))
        yield Formula("folded normal", "|normal| with this std", lambda k: stated(k) * sqrt(1 - 2 / pi), True)
        yield Formula("uncorrected truncation", "0.88 · std", lambda k: stated(k) * TRUNCATED_STD)
    yield Formula("unscaled rand", f"uniform from 0 to 1, without the {name}", lambda k: 1 / sqrt(12), True)
    yield Formula("unscaled rand", f"uniform within ±1/2, without the {name}", lambda k: 1 / sqrt(12))


SLOPE_FORMULAS = (
    Formula("slope ignored", "1", lambda k: 1.0),
    Formula("slope not squared", "1 + s", lambda k: 1 / sqrt(1 + slope(k))),
    Formula("slope squared with its 1", "(1 + s)²", lambda k: 1 / (1 + slope(k))),
    Formula("slope without a root", "(1 + s²)²", lambda k: 1 / (1 + slope(k) ** 2)),
    Formula("slope multiplied", "1 / (1 + s²)", lambda k: sqrt(1 + slope(k) ** 2)),
    Formula("slope subtracted", "1 - s²", lambda k: 1 / sqrt(1 - slope(k) ** 2)),
    Formula("slope subtracted", "1 - s", lambda k: 1 / sqrt(1 - slope(k))),
    Formula("slope as gain", "1 / s²", slope),
    Formula("slope as gain", "s²", lambda k: 1 / slope(k)),
)
"""What stands in place of (1 + s²), s being the slope; `std` is the factor on He's std without a slope."""
