"""Q5: the scale of random weights, and what it does to the signal and the gradient in a deep network."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations

import initlab
import numpy as np

from autograder.labs.weight_initialization.catalogue import tells
from autograder.labs.weight_initialization.follow_through import counted_at, own
from autograder.labs.weight_initialization.generators import expect_went_on, upcoming, went_on
from autograder.labs.weight_initialization.inside import own as own_helpers
from autograder.labs.weight_initialization.networks import weights_of
from autograder.sandbox.probes import Call, Ref, Rng, Student, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points, type_name
from autograder.verdict.mistakes import Mistake, explains
from autograder.verdict.statistics.checks import CHECK_ALPHA, is_lopsided, spread
from autograder.verdict.statistics.families import ROOT_3

FLAT = 0.01
# Samples of each sweep. Of the 4 x 30 to 7 x 44 activations of a layer, ddof=1 makes a standard deviation .16 % larger
# or more; more than a thousand samples show who measures on a part.
ROWS = {"tanh": (4, 8), "relu": (15, 25), "sigmoid": (1050, 1200), "leaky_relu": (15, 25)}
# Hidden layers: no place of a layer is always the last.
HIDDEN = {"tanh": (4, 5), "relu": (5, 7), "sigmoid": (2, 4), "leaky_relu": (1, 2)}
# Some sweeps have more scales, larger ones and smaller ones.
SCALES = {"tanh": (0.02, 0.15, 0.3, 1.0), "relu": (0.004, 0.15, 0.3, 1.0, 2.5)}
SCALES |= {"sigmoid": (0.02, 0.3, 2.5), "leaky_relu": SCALES["tanh"]}
PARTS = (10, 32, 50, 64, 100, 128, 200, 256, 500, 512, 1000)  # samples that somebody may take for all
# The kernel by which the student's own random_normal is measured: 10,000 draws show its std to 0.7 %.
OWN_KERNEL = (100, 100)


@dataclass(frozen=True)
class Sweep:
    """One network, the scales to draw it with, and the data to send through it."""

    network: initlab.Network
    scales: list[float]
    data: initlab.Data

    @property
    def weights(self) -> int:
        """How many weights it draws."""
        return len(self.scales) * sum(a * b for a, b in self.network.shapes)

    def part(self, samples: int) -> "Sweep":
        """The same with the first samples only."""
        return replace(self, data=self.data.take(np.arange(min(samples, len(self.data)))))


@dataclass(frozen=True)
class Given:
    """A sweep for each activation function, and the seed of the last one's generator."""

    sweeps: Mapping[str, Sweep]
    seed: int


# what is right, and what each mistake gives; its words go on from "Yours is"
Measured = tuple[float, tuple[Mistake, ...]]
Measure = Callable[[Sweep, initlab.Weights], Measured]


class TestSweepScales(Grader):
    notebook, function = "part2_techniques", "sweep_scales"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        sweeps: dict[str, Sweep] = {}
        steps: dict[str, Call | Rng] = {}
        for activation, (least, most) in ROWS.items():
            hidden = draw.choice(np.arange(30, 45), int(draw.integers(*HIDDEN[activation])), replace=False)
            widths = (6, *(int(width) for width in hidden), 3)
            scales = [float(s) for s in draw.permutation(SCALES[activation]) * draw.uniform(0.8, 1.2)]
            rows = int(draw.integers(least, most))
            inputs = draw.normal(0.3, 1, (rows, 6))
            data = (inputs, draw.integers(0, 3, rows), tuple("abcdef"), ("0", "1", "2"))
            sweeps[activation] = Sweep(initlab.Network(widths, activation), scales, initlab.Data(*data))
            network = library("initlab.Network", widths, activation=activation)
            asked = (scales, network, library("initlab.Data", *data))
            first, other = (int(seed) for seed in draw.choice(2**31, 2, replace=False))
            steps |= {f"rng {activation}": Rng(first), f"own rng {activation}": Rng(first)}
            steps[activation] = call("sweep_scales", *asked, Ref(f"rng {activation}"))
            steps[f"own {activation}"] = own_draws(scales, Ref(f"own rng {activation}"))
        steps |= {"upcoming": upcoming(f"rng {activation}"), "own upcoming": upcoming(f"own rng {activation}")}
        steps |= {"again": call("sweep_scales", *asked, Rng(first)), "own again": own_draws(scales, Rng(first))}
        steps |= {"other": call("sweep_scales", *asked, Rng(other)), "own other": own_draws(scales, Rng(other))}
        return Probe(steps, Given(sweeps, first))

    @points(1)
    def test_weights(self, case: Case[Given]) -> None:
        """Every kernel, the output's too, is drawn with the standard deviation `scale`; biases are 0."""
        # Four networks, each with a chi-square test per scale and kernel: CHECK_ALPHA shared among 16 scales, and
        # a sixteenth more for their centre. Every kernel has 90 weights or more; a kernel left at std .05 or a std of
        # scale² is off by far more than the 50 % that 90 draws see with certainty, and the 900 of a hidden kernel see
        # 20 %.
        follows, units = False, []
        for sweep, scale, _, weights in entries(case):
            units += [kernel.ravel() / scale for kernel in weights.kernels]
            if any(np.any(bias != 0) for bias in weights.biases):
                raise Wrong("The biases should start at 0; some of yours do not.", "biases not zero")
            sizes = [kernel.size for kernel in weights.kernels]
            measured = [float(np.var(kernel, ddof=1)) for kernel in weights.kernels]
            if not spread(measured, sizes, [scale] * len(sizes), CHECK_ALPHA / 16).rejected:
                continue
            own_std = std_of_own(case, sweep, scale)
            if own_std is None or spread(measured, sizes, [own_std] * len(sizes), CHECK_ALPHA / 16).rejected:
                raise other_scale(case)
            follows = True
        missed = law_missed(units)
        if missed and missed != law_missed(list(own_units(case))):
            raise Wrong(f"{tells(missed)} The task draws with `random_normal`.", missed)
        follows = follows or missed is not None
        case.require_untouched(*case.given.sweeps)
        if draws_follow(case) or follows:
            raise counted_at("random_normal")

    @points(0.5)
    def test_spread(self, case: Case[Given]) -> None:
        """`spread` is the standard deviation of the last hidden layer's activations."""
        what = "the standard deviation of the last hidden layer"
        compare(case, "spread", what, spreads, "wrong spread")

    @points(0.5)
    def test_flat(self, case: Case[Given]) -> None:
        """`flat` is the part of the last hidden layer's units and samples at which the slope is below 0.01."""
        compare(case, "flat", "the part of slopes below 0.01 in the last hidden layer", flat_parts, "wrong fraction")

    @points(1)
    def test_gradient(self, case: Case[Given]) -> None:
        """`gradient` is the norm of the gradient of the loss for the first layer's kernel."""
        compare(case, "gradient", "the norm of the first kernel's gradient", gradient_norms, "wrong norm")


def law_missed(units: Sequence[np.ndarray]) -> str | None:
    """The key of what is wrong if weights, in units of their scale, do not follow a normal law around 0.

    A uniform law has the kurtosis 1.8, a normal one, cut at two deviations or not, 2.36 or more. Some 60,000 weights
    are drawn, which measure it to .01.
    """
    drawn = np.concatenate([each.ravel() for each in units]) if units else np.empty(0)
    if is_lopsided(drawn, CHECK_ALPHA / 16):
        return "shifted mean"
    squares = drawn**2
    return "uniform for normal" if drawn.size and np.mean(squares**2) < 2.1 * np.mean(squares) ** 2 else None


def own_units(case: Case[Given]) -> Iterator[np.ndarray]:
    """The weights of the student's own `random_normal`, in units of the scale asked for."""
    for activation, sweep in case.given.sweeps.items():
        kernels = own_draws_in(case, activation)
        if len(kernels) == len(sweep.scales):
            yield from (kernel / scale for kernel, scale in zip(kernels, sweep.scales, strict=True))


def draws_follow(case: Case[Given]) -> bool:
    """Whether some draws are not as asked because of the student's own `random_normal`. Raises `Wrong` if for more."""
    activation, sweep = list(case.given.sweeps.items())[-1]
    first, again, other = (drawn_in(case, step, sweep) for step in (activation, "again", "other"))
    own_first, own_again, own_other = (own_draws_in(case, step) for step in (activation, "again", "other"))
    if not values.agree(first, again, values.SINGLE):
        if np.array_equal(own_first, own_again):
            message = "Twice the same generator state gave different weights: some draws do not come from `rng`."
            raise Wrong(message, "generator ignored")
        return True
    if any(values.agree(a, b, values.SINGLE) for a, b in zip(first, other, strict=True)):
        if own_first.size == 0 or not np.array_equal(own_first, own_other):
            hand_on = "hand `rng` on, do not make one."
            raise Wrong(f"Another generator gave exactly the same weights: {hand_on}", "seed reset inside")
        return True
    if any(repeated(drawn_in(case, name, one), one.scales) for name, one in case.given.sweeps.items()):
        if not repeated(own_first, sweep.scales):
            raise Wrong(
                "At two scales the weights are the same numbers, only multiplied. `rng` goes on from scale to scale:"
                " it is neither copied nor put back.",
                "generator not moved on",
            )
        return True
    # a random_normal that draws in float32 takes half a number for a weight
    if went_on(case, "own upcoming", case.given.seed, len(sweep.scales) * OWN_KERNEL[0] * OWN_KERNEL[1] * 2 // 5):
        expect_went_on(case, "upcoming", case.given.seed, sweep.weights * 2 // 5)
        return False
    return not went_on(case, "upcoming", case.given.seed, sweep.weights * 2 // 5)


def repeated(drawn: np.ndarray, scales: list[float]) -> bool:
    """Whether the draws of one scale are those of another, multiplied."""
    if len(drawn) != len(scales):
        return False
    units = [each / scale for each, scale in zip(drawn, scales, strict=True)]
    return any(values.agree(a, b, values.SINGLE) for a, b in combinations(units, 2))


def own_draws(scales: list[float], rng: Rng | Ref) -> Call:
    """Asks the student's own `random_normal` for a kernel of each scale."""
    return library(f"{own_helpers.__name__}.drawn", Student("random_normal"), OWN_KERNEL, scales, rng)


def own_draws_in(case: Case[Given], step: str) -> np.ndarray:
    """The kernels of the student's own `random_normal`, (scales, *OWN_KERNEL); an empty array if it gives no such."""
    kernels = own(case, f"own {step}")
    if not isinstance(kernels, list) or not kernels:
        return np.empty(0)
    if not all(isinstance(k, np.ndarray) and k.shape == OWN_KERNEL and k.dtype.kind == "f" for k in kernels):
        return np.empty(0)
    return np.stack(kernels).astype(float)


def std_of_own(case: Case[Given], sweep: Sweep, scale: float) -> float | None:
    """The standard deviation that the student's own `random_normal` draws with at this scale; None if it draws none."""
    kernels = own_draws_in(case, sweep.network.hidden.name)
    if len(kernels) != len(sweep.scales):
        return None
    found = float(np.std(kernels[sweep.scales.index(scale)]))
    return found if 0 < found < math.inf else None


def drawn_in(case: Case[Given], step: str, sweep: Sweep) -> np.ndarray:
    """All weights of each scale in the answer to a step, (scales, parameters)."""
    found = (values.entry(case.value(step), scale, case.function) for scale in sweep.scales)
    weights = (weights_of(values.entry(one, "weights", case.function), sweep.network.widths) for one in found)
    return np.stack([each.vectors()[0] for each in weights])


def entries(case: Case[Given]) -> Iterator[tuple[Sweep, float, dict, initlab.Weights]]:
    """Each sweep and scale with its entry in the answer and the weights in it."""
    for activation, sweep in case.given.sweeps.items():
        for scale in sweep.scales:
            answer = values.entry(case.value(activation), scale, case.function)
            if not isinstance(answer, dict):
                raise Wrong(
                    f"For each scale {case.function} should hold a dictionary with 'spread', 'flat', 'gradient' and"
                    f" 'weights'; for {scale:.3g} it holds {type_name(answer)}.",
                    "not a dict",
                )
            weights = values.entry(answer, "weights", case.function)
            yield sweep, scale, answer, weights_of(weights, sweep.network.widths)


def compare(case: Case[Given], key: str, what: str, measure: Measure, otherwise: str) -> None:
    """Raises `Wrong` unless each entry is what `measure` says; names a mistake only if it explains them all."""
    asked = [
        (sweep, weights, scale, values.one_number(values.entry(answer, key, case.function), f"The entry {key!r}"))
        for sweep, scale, answer, weights in entries(case)
    ]
    off = next((one for one in asked if not is_right(measure, one[0], one[1], one[3])), None)
    if off is None:
        return
    tables = [measure(sweep, weights)[1] for sweep, weights, *_ in asked]
    sweep, weights, scale, found = off
    right, _ = measure(sweep, weights)
    about = (
        f"{sweep.network.hidden.name}, scale {scale:.3g}: {key!r} is {found:.4g}, but {what} is {right:.4g}"
        " with the weights you returned."
    )
    # one value, such as a part of 0, may fit several mistakes
    everywhere = (Mistake(m[0].key, m[0].words, [each.value for each in m]) for m in zip(*tables, strict=True))
    parts = (
        Mistake("part of the data", f"that of the first {n} samples", [measure(s.part(n), w)[0] for s, w, *_ in asked])
        for n in PARTS
    )
    known = explains([found for *_, found in asked], chain(everywhere, parts), values.SINGLE)
    raise Wrong(f"{about} Yours is {known.words}.", known.key) if known else Wrong(about, otherwise)


def is_right(measure: Measure, sweep: Sweep, weights: initlab.Weights, found: float) -> bool:
    """Whether a number is what is measured with these weights, in double precision or in that which they have."""
    single = weights.astype(np.float32)
    # who computes in float32 may have a pre-activation so close to 0 that ReLU's slope there is the other one
    precisions = [weights, single] if np.array_equal(single.vectors(), weights.vectors()) else [weights]
    # tiny gradients and spreads are the point of the experiment: only the relative error counts
    return any(values.agree(found, measure(sweep, w)[0], values.SINGLE, absolute=1e-250) for w in precisions)


def spreads(sweep: Sweep, weights: initlab.Weights) -> Measured:
    """The standard deviation of the last hidden layer."""
    trace = sweep.network.forward(weights, sweep.data.inputs)
    last = trace.activations[-2]
    about_zero = "the root mean square; a standard deviation is about the mean"
    return last.std(), (
        Mistake("variance, not std", "the variance; its root was asked for", last.var()),
        Mistake("divided by one less", "divided by one less than the number of values", last.std(ddof=1)),
        Mistake("root mean square", about_zero, np.sqrt(np.mean(last**2))),
        Mistake("pre-activations, not activations", "that of the pre-activations", trace.pre_activations[-2].std()),
        Mistake("not the last hidden layer", "that of the output layer", trace.outputs.std()),
        Mistake("not the last hidden layer", "that of the logits", trace.logits.std()),
        Mistake("not the last hidden layer", "that of the first hidden layer", trace.activations[0].std()),
        Mistake("weights, not activations", "that of the weights", weights.kernels[-2].std()),
    )


def flat_parts(sweep: Sweep, weights: initlab.Weights) -> Measured:
    """The part of the last hidden layer where the slope is small."""

    def part(z: np.ndarray, below: Callable[..., np.ndarray] = np.less) -> float:
        return float(below(sweep.network.hidden.derivative(z), FLAT).mean())

    trace = sweep.network.forward(weights, sweep.data.inputs)
    last, flat = trace.activations[-2], part(trace.pre_activations[-2])
    small, at_most = float((last < FLAT).mean()), part(trace.pre_activations[-2], np.less_equal)
    return flat, (
        Mistake("percent", "a percentage; a fraction was asked for", 100 * flat),
        Mistake("limit counted as flat", "the part at 0.01 or below; a slope of 0.01 is not below it", at_most),
        Mistake("count", "a count; a fraction was asked for", flat * last.size),
        Mistake("not the last hidden layer", "that of the first hidden layer", part(trace.pre_activations[0])),
        Mistake("slope at the activations", "the slope at the activations, not before them", part(last)),
        Mistake("not the last hidden layer", "the slope at the output layer's logits", part(trace.logits)),
        Mistake("activations, not slopes", "the part of activations below 0.01, not of slopes", small),
        Mistake("complement", "the part that is not flat", 1 - flat),
    )


def gradient_norms(sweep: Sweep, weights: initlab.Weights) -> Measured:
    """The norm of the first kernel's gradient."""
    kernels = sweep.network.gradients(weights, sweep.data.inputs, sweep.data.labels).kernels
    first, sizes, norm = kernels[0], np.abs(kernels[0]), float(np.linalg.norm(kernels[0]))
    over_axes = np.linalg.norm(np.linalg.norm(first, axis=0))
    return norm, (
        Mistake("another layer", "the norm of the last kernel's gradient", np.linalg.norm(kernels[-1])),
        Mistake("root missing", "the sum of squares, without the root", norm**2),
        Mistake("mean, not norm", "the mean size of an entry", sizes.mean()),
        Mistake("largest entry", "the largest entry", sizes.max()),
        Mistake("spread, not norm", "the standard deviation of the entries", first.std()),
        Mistake("sum, not norm", "a sum of sizes, not the root of the sum of squares", sizes.sum()),
        Mistake("all layers together", "the norm over all layers", np.sqrt(sum(np.sum(k**2) for k in kernels))),
        Mistake("replicas in the norm", "a norm over axes that include the replicas' axis", over_axes),
    )


def other_scale(case: Case[Given]) -> Wrong:
    """Why the kernels' spread is not `scale`: a mistake is named that explains every scale."""
    asked = [(scale, weights.kernels) for _, scale, _, weights in entries(case)]
    for scale, kernels in asked:
        stds = [float(kernel.std()) for kernel in kernels]
        wrong = [layer for layer, std in enumerate(stds) if not 0.7 < std / scale < 1.4]
        if wrong and len(wrong) < len(stds):
            where = "the output layer's kernel" if wrong == [len(stds) - 1] else f"kernel {wrong[0] + 1} of {len(stds)}"
            return Wrong(
                f"At scale {scale:.4g}, {where} has standard deviation {stds[wrong[0]]:.4g}, while others are as asked."
                " The scale must reach every layer.",
                "initializer on a part only",
            )
    scales = np.array([scale for scale, _ in asked])
    found = np.array([max(kernels, key=np.size).std() for _, kernels in asked])  # 900 weights: 2.4 % standard error
    worst = int(np.argmax(np.abs(np.log(np.maximum(found, 1e-300) / scales))))
    about = f"At scale {scales[worst]:.4g} the weights have standard deviation {found[worst]:.4g}."
    mistakes = (
        Mistake("variance as std", "the square of the scale: is the variance given as std?", scales**2),
        Mistake("root of the scale", "the root of the scale: is the scale taken for a variance?", np.sqrt(scales)),
        Mistake("std as limit", "a uniform law's with the scale as its limit.", scales / ROOT_3),
        Mistake("argument ignored", "0.05 whatever the scale: is it the default?", np.full(len(scales), 0.05)),
    )
    known = explains(found, mistakes, relative=0.15, absolute=0)
    return Wrong(f"{about} That is {known.words}", known.key) if known else Wrong(about, "wrong scale")
