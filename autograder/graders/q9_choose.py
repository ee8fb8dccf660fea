"""Question 9: is the recommended law the published one, and is the advice measured on networks that follow it?"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import initlab
import numpy as np

from autograder.evidence import Raised
from autograder.grader import Case, Grader, Probe, Wrong, needs, points, type_name
from autograder.graders.answers import agree, array_of, entry, first_match, number
from autograder.sandbox.probes import Ref, Rng, call, library
from autograder.statistics.checks import CHECK_ALPHA, spread

ALIASES = {"he": ("he", "kaiming"), "xavier": ("xavier", "glorot"), "lecun": ("lecun",)}
UNKNOWN = ("rellu", "thanh", "sigmod", "swoosh")
Std = Callable[[int, int, float], float]

STDS: Mapping[str, Std] = {
    "he": lambda a, b, s: math.sqrt(2 / ((1 + s * s) * a)),
    "xavier": lambda a, b, s: math.sqrt(2 / (a + b)),
    "lecun": lambda a, b, s: math.sqrt(1 / a),
}
NAMES = {"he": "He's", "xavier": "Xavier's", "lecun": "LeCun's"}
# misconception key, words, std; the right law of a scheme is not among its own mistakes, since it is compared first
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
            return int(draw.integers(220, 320)), int(draw.integers(70, 130))

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
    @needs("test_relu")
    def test_unknown(self, case: Case) -> None:
        """For an activation it does not know it raises an error."""
        answer = case.answer("unknown")
        if isinstance(answer, Raised) and answer.kind != "TimeLimit":
            return
        found = case.value("unknown")
        said = found.get("scheme") if isinstance(found, dict) else type_name(found)
        raise Wrong(
            f"recommend({case.given['unknown']!r}, …) gave no error, but the answer {said!r}. Advice for an activation that"
            " does not exist hides a spelling mistake. Raise a ValueError.",
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
        raise Wrong(
            f"'scheme' should be a name: 'he', 'xavier' or 'lecun'; it is {type_name(scheme)}.", "no scheme"
        )
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
    given = asked.negative_slope or 0.0
    for key, words, law in MISTAKES:
        if agree(std, law(a, b, slope)):
            raise Wrong(
                f"{asked.call_words}: the std {std:.4g} is {words}. {NAMES[asked.scheme]} is asked for.", key
            )
    if given and slope == 0 and agree(std, STDS["he"](a, b, given)):
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
        "he": f"{asked.activation} drops (most of) the negative half of the signal. Which law was made to make up for it?",
        "xavier": f"{asked.activation} drops nothing, and near 0 it is a straight line. Which law balances the signal on the"
        " way forward and the gradient on the way back?",
        "lecun": "SELU brings the signal to unit variance by itself, if each pre-activation has the variance of the layer's"
        " input. Which law gives it that, and no more?",
    }[asked.scheme]


REPLICAS = 4


class TestEvaluateAdvice(Grader):
    notebook, function = "part3_applying", "evaluate_advice"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """An advice that nobody gives, so that only one who asks it can follow it; layers of very different width."""
        widths = tuple(int(draw.integers(n, n + 10)) for n in (40, 110, 50, 130, 70, 25))
        inputs = draw.normal(0.4, 1.2, (30, widths[0]))
        gain, tilt = float(draw.uniform(1.5, 2.5)), float(draw.uniform(2.5, 3.5))
        steps = {}
        given: dict[str, Any] = {"widths": widths, "inputs": inputs, "gain": gain, "tilt": tilt}
        steps["advice"] = library("autograder.sandbox.inputs.odd_advice", gain, tilt)
        for step, activation in {"tanh": "tanh", "relu": "relu"}.items():
            steps[f"{step} rng"] = Rng(int(draw.integers(2**31)))
            arguments = (Ref("advice"), activation, widths, inputs, Ref(f"{step} rng"))
            steps[step] = call("evaluate_advice", *arguments, replicas=REPLICAS)
            steps[f"{step} plain"] = library("autograder.sandbox.inputs.unpacked", Ref(step))
        return Probe(steps, given)

    @points(0.5)
    def test_weights(self, case: Case) -> None:
        """The advice is followed in every layer, with the layer's own fans.

        False-fail probability 1e-9, half of it for each network (chi-square, see `checks.spread`). Power: the nearest
        mistakes change a layer's std by a quarter and more; the smallest layer has 7,000 weights, so that is 29
        standard errors (.707 / sqrt(7000) = .85 %).
        """
        for activation in ("tanh", "relu"):
            weights = returned_weights(case, activation)
            shapes = list(zip(case.given["widths"][:-1], case.given["widths"][1:], strict=True))
            expect_stds(case, activation, weights, shapes)
            if any(np.any(bias) for bias in weights.biases):
                raise Wrong(
                    "The biases should start at 0; `Network.initialize` sees to that.", "bias not zero"
                )
            if agree(weights.kernels[0][0], weights.kernels[0][1]):
                raise Wrong(
                    "All replicas have the same weights; each should be drawn on its own.",
                    "same seed for all runs",
                )

    @points(0.5)
    def test_moments(self, case: Case) -> None:
        """The moments are the mean squares of the hidden layers' activations."""
        for activation in ("tanh", "relu"):
            trace, hidden = traced(case, activation)
            found = entry(case.value(activation), "moments", "evaluate_advice")
            if isinstance(found, list | tuple) and len(found) == len(hidden) + 1:
                raise wrong_length(found, trace, hidden)
            moments = array_of(found, (len(hidden),), "moments", "one number per hidden layer")
            if agree(moments, [np.mean(a**2) for a in hidden], 1e-5):
                continue
            first = [a[0] for a in hidden]
            before = [z for z in trace.pre_activations[:-1]]
            mistakes = [
                (
                    "the variances: the mean is taken off first, but a signal's mean is part of it",
                    [a.var() for a in hidden],
                ),
                ("the standard deviations, not the mean squares", [a.std() for a in hidden]),
                ("the roots of the mean squares", [np.sqrt(np.mean(a**2)) for a in hidden]),
                ("the mean sizes |a|, not the mean squares", [np.abs(a).mean() for a in hidden]),
                ("the plain means, not the mean squares", [a.mean() for a in hidden]),
                (
                    "the mean squares of the pre-activations, before the activation function",
                    [np.mean(z**2) for z in before],
                ),
                ("the mean squares of the first replica alone", [np.mean(a**2) for a in first]),
                (
                    "sums of squares over the units, not means",
                    [np.mean(np.sum(a**2, axis=-1)) for a in hidden],
                ),
                (
                    "those of the layers above, from the input on",
                    [np.mean(a**2) for a in (trace.inputs, *hidden[:-1])],
                ),
                (
                    "those of the last layers, the output included",
                    [np.mean(a**2) for a in trace.activations[1:]],
                ),
            ]
            words = first_match(moments, mistakes, 1e-5)
            raise Wrong(
                f"For {activation} the returned weights give the mean squares {shown([np.mean(a**2) for a in hidden])} in the"
                f" hidden layers; your moments are {shown(moments)}."
                + (f" These are {words}." if words else ""),
                "wrong quantity measured",
            )

    @points(0.5)
    @needs("test_moments")
    def test_growth(self, case: Case) -> None:
        """The growth is the factor per layer that leads from the first moment to the last."""
        for activation in ("tanh", "relu"):
            _, hidden = traced(case, activation)
            q = [float(np.mean(a**2)) for a in hidden]
            steps, ratio = len(q) - 1, q[-1] / q[0]
            found = number(entry(case.value(activation), "growth", "evaluate_advice"), "growth")
            if agree(found, ratio ** (1 / steps), 1e-5):
                continue
            factors = np.array(q[1:]) / np.array(q[:-1])
            mistakes = [
                ("the factor of the whole way, not of one layer", ratio),
                ("the whole factor divided by the number of steps; factors multiply", ratio / steps),
                (
                    f"the root for {steps + 1} steps; between {steps + 1} layers there are {steps}",
                    ratio ** (1 / (steps + 1)),
                ),
                (
                    "the arithmetic mean of the layers' factors; factors multiply, so that is not the typical one",
                    factors.mean(),
                ),
                ("turned round: first over last", (1 / ratio) ** (1 / steps)),
                ("a logarithm of the factor", math.log(ratio) / steps),
                ("a logarithm of the factor", math.log2(ratio) / steps),
                ("the growth of the amplitude, the root of this one", ratio ** (0.5 / steps)),
            ]
            words = first_match(found, mistakes, 1e-5)
            raise Wrong(
                f"growth is {found:.5g}; applied {steps} times to the first moment {q[0]:.4g} it should give the last,"
                f" {q[-1]:.4g}." + (f" It is {words}." if words else ""),
                "wrong growth",
            )


def returned_weights(case: Case, step: str) -> initlab.Weights:
    """The networks that were measured. Raises `Wrong` unless they have the form asked for."""
    entry(case.value(step), "weights", "evaluate_advice")
    found = entry(case.value(f"{step} plain"), "weights", "evaluate_advice")
    try:
        weights = initlab.Weights(found["kernels"], found["biases"])
        good = all(np.isfinite(array).all() for array in (*weights.kernels, *weights.biases))
        widths, replicas = weights.widths, weights.replicas
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        raise Wrong(
            "'weights' should be the `Weights` that `Network.initialize` returned.", "not weights"
        ) from None
    if not good:
        raise Wrong("'weights' holds values that are not finite (nan or inf).", "not finite")
    if widths != case.given["widths"] or replicas != REPLICAS:
        raise Wrong(
            f"'weights' should be {REPLICAS} networks with the widths {case.given['widths']} asked for; they are"
            f" {replicas} with {widths}.",
            "wrong architecture",
        )
    return weights


def traced(case: Case, step: str) -> tuple[initlab.Trace, tuple[np.ndarray, ...]]:
    """A forward pass with the returned weights, and its hidden activations."""
    network = initlab.Network(case.given["widths"], step, "linear")
    trace = network.forward(returned_weights(case, step).astype(np.float64), case.given["inputs"])
    return trace, trace.activations[:-1]


def odd_std(case: Case, activation: str, fan_in: int, fan_out: int) -> float:
    """What `odd_advice` says."""
    gain, tilt = case.given["gain"], case.given["tilt"]
    return math.sqrt((2 if activation == "tanh" else 1) * gain / (fan_in + tilt * fan_out))


def expect_stds(case: Case, activation: str, weights: initlab.Weights, shapes: list[tuple[int, int]]) -> None:
    """Raises `Wrong` unless each layer's weights have the standard deviation the advice gives for its fans."""
    measured = [float(kernel.std()) for kernel in weights.kernels]
    sizes = [kernel.size for kernel in weights.kernels]
    expected = [odd_std(case, activation, *shape) for shape in shapes]
    tested = spread(
        [float(kernel.var(ddof=1)) for kernel in weights.kernels], sizes, expected, CHECK_ALPHA / 2
    )
    if not tested.rejected:
        return
    layer = tested.worst
    other = "relu" if activation == "tanh" else "tanh"
    rivals: list[tuple[str, str, list[float]]] = [
        (
            "fans exchanged",
            "the advice for fan_in and fan_out exchanged",
            [odd_std(case, activation, b, a) for a, b in shapes],
        ),
        ("one scale for all layers", "the first layer's advice in every layer", [expected[0]] * len(shapes)),
        (
            "variance as std",
            "the square of the advised std: what `rng.normal` takes is the std",
            [e**2 for e in expected],
        ),
        ("root of the scale", "the root of the advised std", [math.sqrt(e) for e in expected]),
        ("std as limit", "a uniform law with the std as its limit", [e / math.sqrt(3) for e in expected]),
        ("argument ignored", f"the advice for {other}", [odd_std(case, other, *s) for s in shapes]),
        ("no scale", "standard normal: the advice is not used", [1.0] * len(shapes)),
    ]
    rivals += [
        (
            "advice not asked",
            f"{NAMES[key]} law, not the law of the `advise` that was passed",
            [law(a, b, 0) for a, b in shapes],
        )
        for key, law in STDS.items()
    ]
    for key, words, stds in rivals:
        # for words only: 4 % are 5 standard errors of the smallest layer
        if agree(measured, stds, 0.04):
            raise Wrong(f"evaluate_advice with {activation}: the weights follow {words}.", key)
    raise Wrong(
        f"evaluate_advice with {activation}: kernel {shapes[layer]} has standard deviation {measured[layer]:.4g};"
        f" advise({activation!r}, {shapes[layer][0]}, {shapes[layer][1]}) gives {expected[layer]:.4g}.",
        "advice not followed",
    )


def wrong_length(found: Any, trace: initlab.Trace, hidden: tuple[np.ndarray, ...]) -> Wrong:
    """One moment too many: is it the output's or the input's?"""
    extra = ""
    if agree(number(found[-1], "moments"), np.mean(trace.outputs**2), 1e-5):
        extra = " The last one is the output layer's: it is not hidden, leave it out."
    elif agree(number(found[0], "moments"), np.mean(trace.inputs**2), 1e-5):
        extra = " The first one is that of the inputs: leave it out."
    return Wrong(
        f"moments holds {len(found)} numbers; there are {len(hidden)} hidden layers.{extra}", "wrong length"
    )


def shown(values: Any) -> str:
    """Numbers in a message."""
    return ", ".join(f"{float(value):.4g}" for value in values)
