"""How well-known courses and libraries test initializers, restated as small functions and run over our bank.

Only what they check is restated (shape, seed, tolerance), in our own words, applied to our functions of a
generator. Where a test compares literal floats, the floats are those of the reference implementation under
the test's seed.
"""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from autograder.labs.weight_initialization.initializers.laws import LAWS, Kernel
from autograder.verdict.statistics.families import UNIFORM
from tests.bank import local
from tests.bank.entry import Entry, Implementation, entries

SEEDS = range(40)
Passes = Callable[[str, Implementation, int], bool]


@dataclass(frozen=True)
class Anchor:
    """A test as another course has it: the functions it is about, and whether one passes."""

    name: str
    functions: tuple[str, ...]
    passes: Passes
    seeded: bool = False  # its seed is fixed, so that it is run once


def reference(function: str, shape: tuple[int, ...], seed: int) -> np.ndarray:
    """The weights of the most usual right implementation."""
    rng, law = np.random.default_rng(seed), LAWS[function]
    stated = law.stated(Kernel(shape))
    return rng.uniform(-stated, stated, shape) if law.family is UNIFORM else rng.normal(0, stated, shape)


def draw(implementation: Implementation, shape: tuple[int, ...], seed: int) -> np.ndarray:
    """What an implementation returns for this shape."""
    return np.asarray(implementation(shape, np.random.default_rng(seed)), dtype=float)


def same_floats(function: str, implementation: Implementation, shape: tuple[int, ...], seed: int) -> bool:
    """Equal to the reference's floats, to six digits."""
    weights = draw(implementation, shape, seed)
    expected = reference(function, shape, seed)
    return weights.shape == shape and np.allclose(weights, expected, rtol=1e-6, atol=1e-8)


def cmu(function: str, implementation: Implementation, seed: int) -> bool:
    """Literal floats under seed 42; the case that counts is a kernel (2, 5)."""
    return same_floats(function, implementation, (2, 5), 42)


def coursera(function: str, implementation: Implementation, seed: int) -> bool:
    """Literal floats under seed 3 for the layers of a network 2-4-1."""
    return all(same_floats(function, implementation, shape, 3) for shape in ((2, 4), (4, 1)))


def cs231n(function: str, implementation: Implementation, seed: int) -> bool:
    """The standard deviation of two kernels of 250 and 350 weights within 10 % of what was asked for."""
    asked = {"random_normal": 0.05}[function]
    stds = [draw(implementation, shape, seed + i).std() for i, shape in enumerate(((5, 50), (50, 7)))]
    return all(abs(std - asked) < asked / 10 for std in stds)


def keras(function: str, implementation: Implementation, seed: int) -> bool:
    """Mean and standard deviation of a kernel (25, 20) within an absolute 0.1 of the formula's."""
    weights = draw(implementation, (25, 20), seed)
    return abs(weights.mean()) < 0.1 and abs(weights.std() - LAWS[function].std(Kernel((25, 20)))) < 0.1


def tensorflow(function: str, implementation: Implementation, seed: int) -> bool:
    """Mean and variance of a kernel (100, 100) within an absolute 0.01 of the formula's."""
    weights = draw(implementation, (100, 100), seed)
    variance = LAWS[function].std(Kernel((100, 100))) ** 2
    return abs(weights.mean()) < 0.01 and abs(weights.var() - variance) < 0.01


def pytorch(function: str, implementation: Implementation, seed: int) -> bool:
    """Kolmogorov-Smirnov against the law with p > 1e-4, on a kernel of some 22 x 22 weights."""
    sizes = np.random.default_rng(seed).integers(18, 27, size=2)
    shape = (int(sizes[0]), int(sizes[1]))
    weights, law = draw(implementation, shape, seed), LAWS[function]
    std = law.std(Kernel(shape))
    found = stats.kstest(weights.ravel() / std, law.family.cdf)
    return bool(found.pvalue > 1e-4)


SCALED = ("xavier_normal", "xavier_uniform", "he_normal", "he_uniform")
ANCHORS: Sequence[Anchor] = (
    Anchor("CMU 10-714", SCALED, cmu, seeded=True),
    Anchor("Coursera DLS", ("he_normal",), coursera, seeded=True),
    Anchor("CS231n", ("random_normal",), cs231n),
    Anchor("Keras", tuple(LAWS), keras),
    Anchor("TensorFlow", tuple(LAWS), tensorflow),
    Anchor("PyTorch", tuple(LAWS), pytorch),
)


def passes(anchor: Anchor, entry: Entry, seed: int) -> bool:
    """Whether an entry passes; one that cannot be run or gives no numbers fails."""
    with contextlib.suppress(Exception), np.errstate(all="ignore"):
        return anchor.passes(entry.function, entry.implementation, seed)
    return False


def pass_rate(anchor: Anchor, of: Sequence[Entry]) -> float:
    """The share of an anchor's runs that pass, over entries and seeds."""
    runs = [
        passes(anchor, entry, 1000 * index + seed)  # other seeds for each entry: many draw the same numbers
        for index, entry in enumerate(of)
        for seed in (SEEDS[:1] if anchor.seeded else SEEDS)
    ]
    return sum(runs) / len(runs)


def our_pass_rate(of: Sequence[Entry]) -> float:
    """The share of our gradings with full points, over the same entries; two secrets, since all agree."""
    runs = [local.evaluate(entry, secret).lost == 0 for entry in of for secret in SEEDS[:2]]
    return sum(runs) / len(runs)


def banks(functions: tuple[str, ...]) -> Mapping[str, list[Entry]]:
    """The entries for these functions: right ones, wrong ones, and of these those with a wrong formula."""
    right = [entry for entry in entries(functions) if entry.right and not entry.slow]
    wrong = [entry for entry in entries(functions) if not entry.right and "form" not in entry.fails]
    return {"right": right, "wrong": wrong, "formula": [e for e in wrong if "scale" in e.fails]}


def table() -> str:
    """All anchors beside ours, as Markdown, without answers of a wrong type or shape: all tests refuse them."""
    lines = [
        "| test of | our functions it fits | right ones failed | wrong ones passed | of these, wrong"
        " formulas passed |"
        " ours: right failed | ours: wrong passed |",
        "|---|---|---|---|---|---|---|",
    ]
    for anchor in ANCHORS:
        bank = banks(anchor.functions)
        right, wrong, formula = (pass_rate(anchor, bank[kind]) for kind in ("right", "wrong", "formula"))
        ours_right, ours_wrong = our_pass_rate(bank["right"]), our_pass_rate(bank["wrong"])
        scope = "all seven random ones" if len(anchor.functions) == len(LAWS) else ", ".join(anchor.functions)
        lines.append(
            f"| {anchor.name} | {scope} | {1 - right:.1%} | {wrong:.1%} | {formula:.1%} |"
            f" {1 - ours_right:.1%} | {ours_wrong:.1%} |"
        )
    runs = f"{len(SEEDS)} seeds per entry; those with a fixed seed once; ours with 2 secrets."
    return "\n".join([*lines, "", runs, ""])
