"""Question 9, the advice: is the recommended law the published one?"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.initializers.laws import Kernel, he_normal, lecun_normal, xavier_normal
from autograder.sandbox.probes import Call, Student, call
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points, type_name
from autograder.verdict.mistakes import Mistake, explains
from autograder.verdict.statistics.families import ROOT_3
from autograder.verdict.values import agree, entry, number

LAWS = {"he": he_normal, "xavier": xavier_normal, "lecun": lecun_normal}
WHOSE = {"he": "He's", "xavier": "Xavier's", "lecun": "LeCun's"}
ALIASES = {"he": ("he", "kaiming"), "xavier": ("xavier", "glorot"), "lecun": ("lecun",)}
HINTS = {
    "he": "{} drops (most of) the negative half of the signal. Which law was made to make up for it?",
    "xavier": "{} drops nothing, and near 0 it is a straight line. Which law balances the signal on the way forward"
    " and the gradient on the way back?",
    "lecun": "SELU brings the signal to unit variance by itself, if each pre-activation has the variance of the"
    " layer's input. Which law gives it that, and no more?",
}
# Misspelled, and named like one that is known: whoever looks for a part of a name takes these for it.
UNKNOWN = (
    ("rellu", "thanh", "sigmod", "swoosh"),
    ("relu6", "prelu", "crelu"),
    ("elu", "gelu", "celu"),
    ("hard_tanh", "tanhshrink"),
    ("hard_sigmoid", "log_sigmoid"),
    ("linear", "softmax", "softplus"),
    ("leaky", "leakyrelu", "leaky_relu6", "leaky_tanh"),
    ("selu6", "silu", "serlu", "tselu"),
)


@dataclass(frozen=True)
class Asked:
    """One call of `recommend`, and the scheme that suits it."""

    activation: str
    shape: tuple[int, int]  # (fan_in, fan_out)
    scheme: str
    negative_slope: float = 0.01  # of the negative side, for a leaky ReLU only
    passed: bool = False  # whether the slope is an argument of the call, else it is the default

    @property
    def words(self) -> str:
        slope = f", negative_slope={self.negative_slope}" if self.passed else ""
        return f"recommend({self.activation!r}, {self.shape[0]}, {self.shape[1]}{slope})"

    def std(self, scheme: str) -> float:
        """What this scheme's law gives for the activation."""
        slope = self.negative_slope if self.activation == "leaky_relu" else 0.0
        return LAWS[scheme].std(Kernel(self.shape, {"negative_slope": slope}))


@dataclass(frozen=True)
class Given:
    """The calls by step, and names that are none of the five."""

    asked: Mapping[str, Asked]
    unknown: tuple[str, ...]


class TestRecommend(Grader):
    notebook, function = "part3_applying", "recommend"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """A wide and a tall layer for every activation, and names of others."""

        def fans() -> tuple[int, int]:
            """Without a common divisor: formulas coincide at ratios of small numbers, such as 6 / a = 2 / b at 3."""
            a, b = 2, 2
            while math.gcd(a, b) > 1:
                a, b = int(draw.integers(220, 320)), int(draw.integers(70, 130))
            return a, b

        asked = {}
        for activation, scheme in {"relu": "he", "tanh": "xavier", "sigmoid": "xavier", "selu": "lecun"}.items():
            shape = fans()
            asked[activation] = Asked(activation, shape, scheme)
            asked[f"{activation} turned"] = Asked(activation, shape[::-1], scheme)
        slopes = [round(float(slope), 2) for slope in draw.uniform(0.3, 0.8, 2)]
        asked["leaky"] = Asked("leaky_relu", fans(), "he", slopes[0], passed=True)
        asked["leaky turned"] = Asked("leaky_relu", fans()[::-1], "he", slopes[1], passed=True)
        asked["leaky default"] = Asked("leaky_relu", fans(), "he")
        asked["relu slope"] = Asked(
            "relu", fans(), "he", slopes[0], passed=True
        )  # a slope belongs to a leaky ReLU only
        unknown = tuple(draw.permutation([name for names in UNKNOWN for name in names]).tolist())
        steps = {step: asking(one) for step, one in asked.items()}
        steps["unknown"] = inside("errors", Student("recommend"), [[name, *fans()] for name in unknown])
        return Probe(steps, Given(asked, unknown))

    @points(0.5)
    def test_relu(self, case: Case[Given]) -> None:
        """For ReLU and leaky ReLU it recommends the law that makes up for what they cut off."""
        for step in ("relu", "relu turned", "leaky", "leaky turned", "leaky default", "relu slope"):
            expect_advice(case, step)

    @points(0.5)
    def test_saturating(self, case: Case[Given]) -> None:
        """For tanh and sigmoid it recommends the compromise between forward and backward."""
        for step in ("tanh", "tanh turned", "sigmoid", "sigmoid turned"):
            expect_advice(case, step)

    @points(0.25)
    def test_selu(self, case: Case[Given]) -> None:
        """For SELU it recommends the law that keeps its fixed point."""
        for step in ("selu", "selu turned"):
            expect_advice(case, step)

    @points(0.25)
    def test_unknown(self, case: Case[Given]) -> None:
        """For any other activation it raises a ValueError."""
        case.value("relu")  # raising for every activation is no answer
        outcomes = case.value("unknown")
        if not isinstance(outcomes, list) or len(outcomes) != len(case.given.unknown):
            raise Wrong("There is no answer from recommend that can be read.", "stopped")
        for name, outcome in zip(case.given.unknown, outcomes, strict=True):
            expect_value_error(name, outcome)


def expect_value_error(name: str, outcome: Any) -> None:
    """Raises `Wrong` unless the call for this activation has raised a ValueError, or one derived from it."""
    match outcome:
        case {"raised": [str(kind), *kinds]}:
            if "ValueError" not in (kind, *kinds):
                raise Wrong(f"recommend({name!r}, …) raised {kind}; a ValueError is asked for.", "another error")
        case {"returned": found}:
            said = repr(found.get("scheme")) if isinstance(found, dict) else type_name(found)
            raise Wrong(
                f"recommend({name!r}, …) gave no error, but {said} for an answer. It knows five activations; advice for"
                " any other hides a spelling mistake. Raise a ValueError.",
                "silent fallback",
            )
        case _:
            raise Wrong("There is no answer from recommend that can be read.", "stopped")


def asking(asked: Asked) -> Call:
    """The call."""
    slope = {"negative_slope": asked.negative_slope} if asked.passed else {}
    return call("recommend", asked.activation, *asked.shape, **slope)


def expect_advice(case: Case[Given], step: str) -> None:
    """Raises `Wrong` unless scheme and standard deviation are the published ones."""
    asked, found = case.given.asked[step], case.value(step)
    scheme = entry(found, "scheme", "recommend")
    std = number(entry(found, "std", "recommend"), f"{asked.words}['std']")
    if not isinstance(scheme, str):
        raise Wrong(f"'scheme' should be a name: 'he', 'xavier' or 'lecun'; it is {type_name(scheme)}.", "no scheme")
    named = scheme_named(scheme)
    if named is None:
        choices = "the choices are 'he', 'xavier', 'lecun'."
        raise Wrong(f"{asked.words} names the scheme {scheme!r}; {choices}", "no scheme")
    hint = HINTS[asked.scheme].format(asked.activation)
    if named != asked.scheme:
        raise Wrong(f"{asked.words} recommends {scheme!r}. {hint}", "other scheme recommended")
    expected, whose = asked.std(asked.scheme), WHOSE[asked.scheme]
    if agree(std, expected):
        return
    laws = [Mistake("formula of another scheme", f"{WHOSE[key]} law", asked.std(key)) for key in LAWS]
    if other := explains(std, laws):
        but = f"but its std {std:.4g} is {other.words}. {hint}"
        raise Wrong(f"{asked.words} names the scheme {scheme!r}, {but}", other.key)
    if known := explains(std, mistakes(asked)):
        asked_for = f"{whose} standard deviation is asked for."
        raise Wrong(f"{asked.words}: the std {std:.4g} is {known.words}. {asked_for}", known.key)
    if asked.activation == "relu" and agree(std, replace(asked, activation="leaky_relu").std("he")):
        words = "plain ReLU has no slope on its negative side; use it for leaky_relu only."
        raise Wrong(f"{asked.words}: {words}", "slope for plain ReLU")
    ratio = std / expected
    raise Wrong(f"{asked.words}: the std is {std:.4g}, {ratio:.3g} times that of {whose} law.", "wrong std")


def scheme_named(name: str) -> str | None:
    """The one scheme that a name names, as in "he", "He normal", "glorot_uniform"; None if none, or more than one."""
    words = re.findall("[a-z]+", re.sub("normal|uniform", " ", name.lower()))
    named = [key for key, names in ALIASES.items() if any(n in words for n in names)]
    return named[0] if len(named) == 1 else None


def mistakes(asked: Asked) -> Iterator[Mistake]:
    """What the standard deviation is under each known mistake about a formula, whichever scheme's."""
    stds = {scheme: asked.std(scheme) for scheme in LAWS}
    for scheme, std in stds.items():
        yield Mistake("variance as std", f"{WHOSE[scheme]} variance; the standard deviation is its root", std**2)
    for scheme, std in stds.items():
        yield Mistake("limit as std", f"the limit of {WHOSE[scheme]} uniform law", ROOT_3 * std)
    turned = replace(asked, shape=asked.shape[::-1])
    yield Mistake("fan_out", "He's law with fan_out for fan_in", turned.std("he"))
    yield Mistake("fan_out", "LeCun's law with fan_out for fan_in", turned.std("lecun"))
    without = "Xavier's law with 1 for the 2 in 2 / (fan_in + fan_out)"
    yield Mistake("Xavier's formula without its 2", without, stds["xavier"] / math.sqrt(2))
    yield Mistake("gain of tanh", "Xavier's law times 5/3, PyTorch's gain for tanh", 5 / 3 * stds["xavier"])
    plain, rooted = replace(asked, negative_slope=0.0), replace(asked, negative_slope=math.sqrt(asked.negative_slope))
    yield Mistake("slope ignored", "He's law for plain ReLU; the slope is not used", plain.std("he"))
    yield Mistake("slope not squared", "He's law with the slope not squared", rooted.std("he"))
