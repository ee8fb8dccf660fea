"""The wrong scales: for every initializer, the formulas that people write in its place.

A formula is known by its standard deviation as a function of the kernel. What two mistakes have in common is
written once: `sqrt(n / fan)` can lose its root, its n, its fan, or its place in another law.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from autograder.labs.weight_initialization.initializers.laws import LAWS, Kernel, Law
from autograder.verdict.statistics.families import ROOT_3, TRUNCATED_STD, UNIFORM

Value = Callable[[Kernel], float]


@dataclass(frozen=True)
class Formula:
    """A wrong scale. `key` is its entry in the catalogue, `text` the formula as the student would read it."""

    key: str
    text: str
    std: Value
    one_sided: bool = False  # belongs to weights that all have one sign, and fits no others


@dataclass(frozen=True)
class Fan:
    """Something that a formula divides by."""

    key: str
    text: str
    value: Value


CORRECT_FANS = {
    "fan_in": Fan("", "fan_in", lambda k: k.fan_in),
    "sum": Fan("", "(fan_in + fan_out)", lambda k: k.fan_in + k.fan_out),
}

WRONG_FANS = (
    Fan("fan_out", "fan_out", lambda k: k.fan_out),
    Fan("mean of the fans", "((fan_in + fan_out) / 2)", lambda k: (k.fan_in + k.fan_out) / 2),
    Fan("product of the fans", "(fan_in · fan_out)", lambda k: k.fan_in * k.fan_out),
    Fan("number of weights", "the number of weights", lambda k: k.size),
    Fan("larger fan", "max(fan_in, fan_out)", lambda k: max(k.fan_in, k.fan_out)),
    Fan("smaller fan", "min(fan_in, fan_out)", lambda k: min(k.fan_in, k.fan_out)),
)

WRONG_AXES = {
    "fan_in": (
        Fan("receptive field left out", "channels_in", lambda k: k.shape[-2]),
        Fan("wrong axis", "shape[0]", lambda k: k.shape[0]),
        Fan("fan_out", "shape[1]", lambda k: k.shape[1]),
        Fan("fan_out", "shape[-1]", lambda k: k.shape[-1]),
        Fan("fan_out", "the product of shape[1:]", lambda k: math.prod(k.shape[1:])),
        Fan("receptive field left out", "(width · channels_in)", lambda k: math.prod(k.shape[-3:-1])),
    ),
    "sum": (
        Fan("receptive field left out", "(channels_in + channels_out)", lambda k: k.shape[-2] + k.shape[-1]),
        Fan("receptive field left out", "(fan_in + channels_out)", lambda k: k.fan_in + k.shape[-1]),
        Fan("wrong axis", "(shape[0] + shape[1])", lambda k: k.shape[0] + k.shape[1]),
        Fan("wrong axis", "(shape[0] + shape[-1])", lambda k: k.shape[0] + k.shape[-1]),
        Fan(
            "wrong axis",
            "(shape[0] + shape[1]) · the product of shape[2:]",
            lambda k: (k.shape[0] + k.shape[1]) * math.prod(k.shape[2:]),
        ),
        Fan("sum of the shape", "the sum of the shape", lambda k: sum(k.shape)),
    ),
}  # fmt: skip


@cache
def formulas(function: str) -> tuple[Formula, ...]:
    """The wrong scales for one initializer, the more usual explanation first where two formulas coincide."""
    law = LAWS[function]
    n = 6 if law.family is UNIFORM else 2
    match function:
        case "random_normal" | "random_uniform":
            own = [*_argument_mistakes(law), *_other_schemes(function)]
        case "xavier_normal" | "xavier_uniform":
            own = [*_other_schemes(function), *_scaling_mistakes(law, n, "sum"), *_xavier_mistakes(law)]
        case "lecun_normal":
            own = [*_other_schemes(function), *_scaling_mistakes(law, 1, "fan_in")]
        case _:
            own = [*_other_schemes(function), *_scaling_mistakes(law, n, "fan_in")]
    return tuple(_distinct([*own, *_fixed(law), *_family_mistakes(law)], law))


def _distinct(found: Iterable[Formula], law: Law) -> Iterator[Formula]:
    """Formulas that differ from the right one and from those before them, at kernels without coincidences."""
    arguments = {"std": 0.0313, "limit": 0.0419}
    kernels = [Kernel(shape, arguments) for shape in ((173, 311), (307, 151), (3, 5, 37, 103))]
    seen = [(False, tuple(law.std(k) for k in kernels))]
    for formula in found:
        stds = tuple(formula.std(k) for k in kernels)
        if not any(
            one_sided == formula.one_sided
            and all(math.isclose(a, b, rel_tol=1e-9) for a, b in zip(stds, other, strict=True))
            for one_sided, other in seen
        ):
            seen.append((formula.one_sided, stds))
            yield formula


def _stated(law: Law, key: str, text: str, value: Value) -> Formula:
    """A mistake in the number that the law states: the std of a normal, the limit of a uniform one."""
    if law.family is UNIFORM:
        return Formula(key, f"limit = {text}", lambda k: value(k) / ROOT_3)
    return Formula(key, f"std = {text}", value)


def _root(numerator: float, fan: Fan) -> Value:
    return lambda k: math.sqrt(numerator / fan.value(k))


def _always(value: float) -> Value:
    return lambda k: value


def _scaling_mistakes(law: Law, n: int, kind: str) -> Iterator[Formula]:
    """What goes wrong with sqrt(n / fan). Sources of the counts: 138 real implementations."""
    right = CORRECT_FANS[kind]
    fan, text = right.value, right.text
    uniform = law.family is UNIFORM

    def root(key: str, numerator: float, other: Fan = right) -> Formula:
        return _stated(law, key, f"sqrt({numerator:g} / {other.text})", _root(numerator, other))

    missing = "square root missing" if uniform else "variance as std"
    yield _stated(law, missing, f"{n} / {text}", lambda k: n / fan(k))
    if uniform:
        yield root("std as limit", n / 3)
        yield _stated(law, "variance as limit", f"{n // 3} / {text}", lambda k: n / 3 / fan(k))
    else:
        yield root("limit as std", 3 * n)
    yield _stated(law, "numerator outside the root", f"{n} / sqrt{_bracketed(text)}", lambda k: n / math.sqrt(fan(k)))
    for wrong in (*WRONG_FANS, *WRONG_AXES[kind]):
        yield root(wrong.key, n, wrong)
    yield _stated(law, "denominator outside the root", f"sqrt({n}) / {text}", lambda k: math.sqrt(n) / fan(k))
    yield root("factor 2 missing", n / 2)
    yield root("factor 2 too many", 2 * n)
    yield _stated(law, "inverted scale", f"sqrt({text} / {n})", lambda k: math.sqrt(fan(k) / n))
    yield _stated(law, "root alone", f"1 / sqrt{_bracketed(text)}", lambda k: 1 / math.sqrt(fan(k)))


def _bracketed(text: str) -> str:
    return text if text.startswith("(") else f"({text})"


def _xavier_mistakes(law: Law) -> Iterator[Formula]:
    n = 6 if law.family is UNIFORM else 2
    yield _stated(
        law,
        "operator precedence",
        f"sqrt({n} / fan_in + fan_out)",
        lambda k: math.sqrt(n / k.fan_in + k.fan_out),
    )
    yield _stated(
        law,
        "root of each fan",
        f"sqrt({n}) / (sqrt(fan_in) + sqrt(fan_out))",
        lambda k: math.sqrt(n) / (math.sqrt(k.fan_in) + math.sqrt(k.fan_out)),
    )
    yield _stated(
        law, "only fan_out", f"sqrt({n // 2} / fan_out)", lambda k: math.sqrt(n / 2 / k.fan_out)
    )  # fmt: skip
    yield _stated(
        law, "geometric mean", f"sqrt({n // 2} / sqrt(fan_in · fan_out))",
        lambda k: math.sqrt(n / 2 / math.sqrt(k.fan_in * k.fan_out)),
    )  # fmt: skip


def _argument_mistakes(law: Law) -> Iterator[Formula]:
    name = law.formula
    given = law.stated
    yield _stated(law, "argument ignored", "0.05, whatever was asked for", lambda k: 0.05)
    yield _stated(law, "variance as std", f"{name}²", lambda k: given(k) ** 2)
    yield _stated(law, "root of the scale", f"sqrt({name})", lambda k: math.sqrt(given(k)))
    yield _stated(law, "scaled by the fan", f"{name} / sqrt(fan_in)", lambda k: given(k) / math.sqrt(k.fan_in))
    yield _stated(law, "scaled by the fan", f"{name} / fan_in", lambda k: given(k) / k.fan_in)
    yield _stated(law, "factor 2 too many", f"2 · {name}", lambda k: 2 * given(k))
    if law.family is UNIFORM:
        yield Formula("std as limit", f"limit = {name} / sqrt(3)", lambda k: given(k) / 3)
    else:
        yield _stated(law, "factor 2 missing", f"{name} / 2", lambda k: given(k) / 2)


def _other_schemes(function: str) -> Iterator[Formula]:
    """The right formula of another scheme, at the slope 0."""
    law = LAWS[function]
    schemes = {
        "He's formula": ("fan_in", 2),
        "Xavier's formula": ("sum", 2),
        "LeCun's formula": ("fan_in", 1),
    }
    for key, (kind, n) in schemes.items():
        fan = CORRECT_FANS[kind]
        numerator = 3 * n if law.family is UNIFORM else n
        yield _stated(law, key, f"sqrt({numerator} / {fan.text})", _root(numerator, fan))
    yield Formula("PyTorch's default", "uniform with limit = 1 / sqrt(fan_in)", lambda k: math.sqrt(1 / 3 / k.fan_in))
    if function.startswith(("he", "lecun")):
        n = 3 if law.family is UNIFORM else 1
        yield _stated(
            law,
            "Xavier's formula without its 2",
            f"sqrt({n} / (fan_in + fan_out))",
            lambda k: math.sqrt(n / (k.fan_in + k.fan_out)),
        )


def _fixed(law: Law) -> Iterator[Formula]:
    yield _stated(law, "no scale", "1", _always(1.0))
    for value in (0.01, 0.05, 0.1):
        yield _stated(law, "fixed scale", f"{value}", _always(value))


def _family_mistakes(law: Law) -> Iterator[Formula]:
    """The right number given to a law for which it means something else."""
    stated = law.stated
    name = "limit" if law.family is UNIFORM else "std"
    if law.family is UNIFORM:
        yield Formula("one-sided range", "uniform from 0 to limit", lambda k: stated(k) / math.sqrt(12), True)
        yield Formula("half the range", "limit / 2 on each side of 0", lambda k: stated(k) / math.sqrt(12))
        yield Formula("limit as std", "a normal law with std = limit", stated)
    else:
        yield Formula("rand for randn", "uniform from 0 to std", lambda k: stated(k) / math.sqrt(12), True)
        yield Formula("std as limit", "uniform within ±std", lambda k: stated(k) / ROOT_3)
        yield Formula("rand for randn", "uniform within ±std / 2", lambda k: stated(k) / math.sqrt(12))
        yield Formula("folded normal", "|normal| with this std", lambda k: stated(k) * math.sqrt(1 - 2 / math.pi), True)
        yield Formula("uncorrected truncation", "0.88 · std", lambda k: stated(k) * TRUNCATED_STD)
    yield Formula("unscaled rand", f"uniform from 0 to 1, without the {name}", lambda k: 1 / math.sqrt(12), True)
    yield Formula("unscaled rand", f"uniform within ±1/2, without the {name}", lambda k: 1 / math.sqrt(12))


SLOPE_FORMULAS = (
    Formula("slope ignored", "1", lambda k: 1.0),
    Formula("slope not squared", "1 + s", lambda k: 1 / math.sqrt(1 + k.arguments["negative_slope"])),
    Formula("slope squared with its 1", "(1 + s)²", lambda k: 1 / (1 + k.arguments["negative_slope"])),
    Formula("slope without a root", "(1 + s²)²", lambda k: 1 / (1 + k.arguments["negative_slope"] ** 2)),
    Formula("slope multiplied", "1 / (1 + s²)", lambda k: math.sqrt(1 + k.arguments["negative_slope"] ** 2)),
    Formula("slope subtracted", "1 - s²", lambda k: 1 / math.sqrt(1 - k.arguments["negative_slope"] ** 2)),
    Formula("slope subtracted", "1 - s", lambda k: 1 / math.sqrt(1 - k.arguments["negative_slope"])),
    Formula("slope as gain", "1 / s²", lambda k: k.arguments["negative_slope"]),
    Formula("slope as gain", "s²", lambda k: 1 / k.arguments["negative_slope"]),
)
"""What stands in place of (1 + s²), s being the slope; `std` is the factor on He's std without a slope."""
