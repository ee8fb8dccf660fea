"""Question 9, the advice: is the recommended law the published one?"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.evidence.answers import Raised
from autograder.sandbox.probes import call
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points, type_name
from autograder.verdict.values import agree, entry, first_match, number

ALIASES = {"he": ("he", "kaiming"), "xavier": ("xavier", "glorot"), "lecun": ("lecun",)}
UNKNOWN = ("rellu", "thanh", "sigmod", "swoosh")
Std = Callable[[int, int, float], float]

STDS: Mapping[str, Std] = {
    "he": lambda a, b, s: math.sqrt(2 / ((1 + s * s) * a)),
    "xavier": lambda a, b, s: math.sqrt(2 / (a + b)),
    "lecun": lambda a, b, s: math.sqrt(1 / a),
}
NAMES = {"he": "He's", "xavier": "Xavier's", "lecun": "LeCun's"}
# misconception key, words, std; compared after the three right laws
MISTAKES: tuple[tuple[str, str, Std], ...] = (
    (
        "variance as std",
        "He's variance; the standard deviation is its root",
        lambda a, b, s: 2 / ((1 + s * s) * a),
    ),
    ("variance as std", "Xavier's variance; the standard deviation is its root", lambda a, b, s: 2 / (a + b)),
    ("variance as std", "LeCun's variance; the standard deviation is its root", lambda a, b, s: 1 / a),
    ("limit as std", "the limit of He's uniform law", lambda a, b, s: math.sqrt(6 / ((1 + s * s) * a))),
    ("limit as std", "the limit of Xavier's uniform law", lambda a, b, s: math.sqrt(6 / (a + b))),
    ("limit as std", "the limit of LeCun's uniform law", lambda a, b, s: math.sqrt(3 / a)),
    ("fan_out", "He's law with fan_out for fan_in", lambda a, b, s: math.sqrt(2 / ((1 + s * s) * b))),
    ("fan_out", "LeCun's law with fan_out for fan_in", lambda a, b, s: math.sqrt(1 / b)),
    (
        "Xavier's formula without its 2",
        "Xavier's law with 1 for the 2 in 2 / (fan_in + fan_out)",
        lambda a, b, s: math.sqrt(1 / (a + b)),
    ),
    (
        "gain of tanh",
        "Xavier's law times 5/3, PyTorch's gain for tanh",
        lambda a, b, s: 5 / 3 * math.sqrt(2 / (a + b)),
    ),
    ("slope ignored", "He's law for plain ReLU; the slope is not used", lambda a, b, s: math.sqrt(2 / a)),
    (
        "slope not squared",
        "He's law with the slope not squared",
        lambda a, b, s: math.sqrt(2 / ((1 + s) * a)),
    ),
)


@dataclass(frozen=True)
class Asked:
    """One call of `recommend`, and the scheme that suits it."""

    activation: str
    fan_in: int
    fan_out: int
    scheme: str
    negative_slope: float | None = None  # None: not passed on, so the default of 0.01 holds for a leaky ReLU

    @property
    def call_words(self) -> str:
        slope = "" if self.negative_slope is None else f", negative_slope={self.negative_slope}"
        return f"recommend({self.activation!r}, {self.fan_in}, {self.fan_out}{slope})"

    @property
    def slope(self) -> float:
        """Of the negative side of the activation."""
        if self.activation != "leaky_relu":
            return 0.0
        return 0.01 if self.negative_slope is None else self.negative_slope


class TestRecommend(Grader):
    notebook, function = "part3_applying", "recommend"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """A wide and a tall layer for every activation, and a name that is none."""

        def fans() -> tuple[int, int]:
            """Without a common divisor: formulas coincide at ratios of small numbers, such as 6 / a = 2 / b at 3."""
            a, b = 2, 2
            while math.gcd(a, b) > 1:
                a, b = int(draw.integers(220, 320)), int(draw.integers(70, 130))
            return a, b

        schemes = {"relu": "he", "tanh": "xavier", "sigmoid": "xavier", "selu": "lecun"}
        asked = {}
        for activation, scheme in schemes.items():
            a, b = fans()
            asked[activation] = Asked(activation, a, b, scheme)
            asked[f"{activation} turned"] = Asked(activation, b, a, scheme)
        slopes = [round(float(slope), 2) for slope in draw.uniform(0.3, 0.8, 2)]
        asked["leaky"] = Asked("leaky_relu", *fans(), "he", slopes[0])
        asked["leaky turned"] = Asked("leaky_relu", *fans()[::-1], "he", slopes[1])
        asked["leaky default"] = Asked("leaky_relu", *fans(), "he")
        # a slope belongs to a leaky ReLU only
        asked["relu slope"] = Asked("relu", *fans(), "he", slopes[0])
        unknown = str(draw.choice(UNKNOWN))
        steps = {step: _asking(one) for step, one in asked.items()}
        steps["unknown"] = call("recommend", unknown, *fans())
        return Probe(steps, {"asked": asked, "unknown": unknown})

    @points(0.5)
    def test_relu(self, case: Case) -> None:
        """For ReLU and leaky ReLU it recommends the law that makes up for what they cut off."""
        for step in ("relu", "relu turned", "leaky", "leaky turned", "leaky default", "relu slope"):
            expect_advice(case, step)

    @points(0.5)
    def test_saturating(self, case: Case) -> None:
        """For tanh and sigmoid it recommends the compromise between forward and backward."""
        for step in ("tanh", "tanh turned", "sigmoid", "sigmoid turned"):
            expect_advice(case, step)

    @points(0.25)
    def test_selu(self, case: Case) -> None:
        """For SELU it recommends the law that keeps its fixed point."""
        for step in ("selu", "selu turned"):
            expect_advice(case, step)

    @points(0.25)
    def test_unknown(self, case: Case) -> None:
        """For an activation it does not know it raises an error."""
        case.value("relu")  # raising for every activation is no answer
        answer = case.answer("unknown")
        if isinstance(answer, Raised) and answer.kind != "TimeLimit":
            return
        found = case.value("unknown")
        said = repr(found.get("scheme")) if isinstance(found, dict) else type_name(found)
        raise Wrong(
            f"recommend({case.given['unknown']!r}, …) gave no error, but {said} for an answer. Advice for an"
            " activation that does not exist hides a spelling mistake. Raise a ValueError.",
            "silent fallback",
        )


def _asking(asked: Asked) -> Any:
    extra = {} if asked.negative_slope is None else {"negative_slope": asked.negative_slope}
    return call("recommend", asked.activation, asked.fan_in, asked.fan_out, **extra)


def expect_advice(case: Case, step: str) -> None:
    """Raises `Wrong` unless scheme and standard deviation are the published ones."""
    asked: Asked = case.given["asked"][step]
    found = case.value(step)
    scheme = entry(found, "scheme", "recommend")
    std = number(entry(found, "std", "recommend"), f"{asked.call_words}['std']")
    a, b, slope = asked.fan_in, asked.fan_out, asked.slope
    if not isinstance(scheme, str):
        raise Wrong(f"'scheme' should be a name: 'he', 'xavier' or 'lecun'; it is {type_name(scheme)}.", "no scheme")
    named = next((key for key, names in ALIASES.items() if any(n in scheme.lower() for n in names)), None)
    if named is None:
        raise Wrong(
            f"{asked.call_words} names the scheme {scheme!r}; the choices are 'he', 'xavier', 'lecun'.",
            "no scheme",
        )
    if named != asked.scheme:
        raise Wrong(f"{asked.call_words} recommends {scheme!r}. {reason(asked)}", "other scheme recommended")
    expected = STDS[asked.scheme](a, b, slope)
    if agree(std, expected):
        return
    others = [(NAMES[key], STDS[key](a, b, slope)) for key in STDS if key != asked.scheme]
    other = first_match(std, others)
    if other:
        raise Wrong(
            f"{asked.call_words} names the scheme {scheme!r}, but its std {std:.4g} is {other} law. {reason(asked)}",
            "title and formula disagree",
        )
    given = 0.01 if asked.negative_slope is None else asked.negative_slope
    for key, words, law in MISTAKES:
        if agree(std, law(a, b, slope)):
            raise Wrong(
                f"{asked.call_words}: the std {std:.4g} is {words}. {NAMES[asked.scheme]} standard deviation "
                f"is asked for.",
                key,
            )
    if asked.activation == "relu" and agree(std, STDS["he"](a, b, given)):
        raise Wrong(
            f"{asked.call_words}: plain ReLU has no slope on its negative side; use it for leaky_relu only.",
            "slope",
        )
    raise Wrong(
        f"{asked.call_words}: the std is {std:.4g}, {std / expected:.3g} times that of {NAMES[asked.scheme]} law.",
        "wrong std",
    )


def reason(asked: Asked) -> str:
    """Why this activation asks for its law, as a hint."""
    return {
        "he": f"{asked.activation} drops (most of) the negative half of the signal."
        " Which law was made to make up for it?",
        "xavier": f"{asked.activation} drops nothing, and near 0 it is a straight line. Which law balances"
        " the signal on the way forward and the gradient on the way back?",
        "lecun": "SELU brings the signal to unit variance by itself, if each pre-activation has the variance of the"
        " layer's input. Which law gives it that, and no more?",
    }[asked.scheme]
