"""What a random initializer is asked for: kernels of all kinds, from many generators, in a drawn order.

Whoever keeps the law where probes usually look has to keep it everywhere: kernels are large and small, square, nearly
square, and convolutions' with windows of all kinds; some are asked for again, from one generator and from another.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.labs.weight_initialization.initializers.identifiability import ARGUMENTS, draw_large
from autograder.labs.weight_initialization.initializers.laws import LAWS, Kernel, Shape
from autograder.labs.weight_initialization.inside import answers
from autograder.sandbox.probes import Call, Expression, Library, Ref, Rng, Student
from autograder.verdict.statistics.families import NORMAL
from autograder.verdict.statistics.samples import Groups, groups_of

Draw = np.random.Generator
Steps = dict[str, Expression]

SMALL, SQUARE, NEARLY_SQUARE = (
    5,
    3,
    3,
)  # shapes of each kind, beside the large and the repeated ones; each asked for twice
NARROWEST, WIDEST = 6, 60
WINDOWS = ((1, 1), (3, 3), (1, 4), (5, 2), (2, 3), (3, 1))  # of a convolution each, this way or that


SCALED = frozenset({"xavier_normal", "xavier_uniform", "he_normal", "he_uniform", "lecun_normal"})
CENSUS = "census"  # the step that asks for a few kernels of very many weights, of which only numbers are kept
SIDE = 505  # of such a kernel, at least: two have over 510,000 weights (see `tails`)
OWN_FANS = "own fans"  # the step that asks the student's `fans`, on which these build, for every kernel's shape
BATCHES = 6  # steps that the calls are spread over: one call's trouble is its step's, and a step takes .1 ms


@dataclass(frozen=True)
class Repeated:
    """The calls that ask for one kernel again and again, to see what its generator has to do with it."""

    first: str
    second: str  # from the same generator, further on
    again: str  # from a generator with the same seed
    elsewhere: str  # from one with another seed


@dataclass(frozen=True)
class Plan:
    """What is asked for, call by call, where its answer is, and what is judged together."""

    kernels: Mapping[str, Kernel]  # by the call's name, in the order of the calls
    places: Mapping[str, tuple[str, int]]  # of an answer: the step, and which of its answers
    large: tuple[str, ...]  # kernels that show the law each on its own
    drawn: tuple[str, ...]  # whose draws are separate: all but those from a generator that was used before
    together: Mapping[str, tuple[str, ...]]  # groups of them
    repeated: tuple[Repeated, ...]
    census: tuple[Kernel, ...] = ()  # of a normal law, which others come near

    @property
    def steps(self) -> dict[str, list[str]]:
        """The calls for `kernels` that each step makes, in order."""
        found: dict[str, list[str]] = {}
        for name in self.kernels:
            found.setdefault(self.places[name][0], []).append(name)
        return found

    @property
    def groups(self) -> Groups:
        """All that are drawn, each group of them, and each one."""
        place = {name: i for i, name in enumerate(self.drawn)}
        named = [[place[name] for name in names] for names in self.together.values()]
        return groups_of(len(self.drawn), named, [place[name] for name in self.large])


@dataclass(frozen=True)
class _Thread:
    """A generator, and the kernels that are drawn from it in turn. Other threads' calls may lie between."""

    seed: int
    kernels: Mapping[str, Kernel]

    @property
    def odd(self) -> bool:
        return self.seed % 2 == 1

    @property
    def plain(self) -> bool:
        return all(len(kernel.shape) == 2 and not kernel.arguments for kernel in self.kernels.values())


def plan(function: str, draw: Draw, besides: Mapping[str, Kernel] | None = None) -> tuple[Steps, Plan]:
    """The steps of a probe, and how their answers are to be judged.

    Kernels `besides` are asked for among the others; what is to be said of them is up to the caller.

    Every small kernel is drawn from a generator with an odd and from one with an even seed, 44 in all: who keeps the
    law for half of the seeds, by whatever rule, has the luck that all are such once in 2^44.
    """
    small = {
        f"{kind} {i}{turn}": kernel
        for kind, kernels in _small_kernels(function, draw).items()
        for i, kernel in enumerate(kernels, start=1)
        for turn in ("", ", again")
    }
    repeated = [(_repeated(i), kernel) for i, kernel in enumerate(_repeated_kernels(function, draw), start=1)]
    square = Kernel((int(draw.integers(WIDEST + 1, 90)),) * 2, _arguments(function, draw))
    others = sum(k.size for k in (square, *small.values())) + 3 * sum(k.size for _, k in repeated)
    large = draw_large(function, draw, others)
    single = small | large | {"square": square}

    seeds = _seeds(draw)
    separate = [_Thread(next(seeds), {name: kernel}) for name, kernel in single.items()]
    twins = []
    for names, kernel in repeated:
        one = next(seeds)
        separate.append(_Thread(one, dict.fromkeys((names.first, names.second), kernel)))
        separate.append(_Thread(next(seeds), {names.elsewhere: kernel}))
        twins.append(_Thread(one, {names.again: kernel}))
    further = [_Thread(next(seeds), {name: kernel}) for name, kernel in (besides or {}).items()]
    steps, places = _steps(function, [*separate, *twins, *further], draw)
    census = _census(function, draw)
    if census:
        asked = [(str(i), kernel.shape, dict(kernel.arguments)) for i, kernel in enumerate(census)]
        generators = {name: Rng(next(seeds)) for name, _, _ in asked}
        steps[CENSUS] = Call(Library(f"{answers.__name__}.census"), (Student(function), asked, generators))
    if function in SCALED:
        kernels_asked = (*single.values(), *(kernel for _, kernel in repeated), *(besides or {}).values(), *census)
        steps[OWN_FANS] = Call(Library(f"{answers.__name__}.of_each"), (Student("fans"), fans_asked(kernels_asked)))

    odd = {name: thread.odd for thread in separate for name in thread.kernels}
    kernels = single | {name: kernel for thread in (*separate, *twins) for name, kernel in thread.kernels.items()}
    together = {
        "large": tuple(large),
        "small": tuple(n for n in odd if n not in large),
        "square": tuple(n for n in odd if len(set(kernels[n].shape)) == 1),
        "nearly square": tuple(n for n in odd if n.startswith("nearly square")),
        "dense": tuple(n for n in odd if n not in large and len(kernels[n].shape) == 2),
        "convolutions": tuple(n for n in odd if n not in large and len(kernels[n].shape) == 4),
        "odd": tuple(n for n in odd if odd[n]),
        "even": tuple(n for n in odd if not odd[n]),
    }
    in_order = {name: kernels[name] for name in places if name in kernels}
    again = tuple(names for names, _ in repeated)
    return steps, Plan(in_order, places, tuple(large), tuple(odd), together, again, census)


def _census(function: str, draw: Draw) -> tuple[Kernel, ...]:
    """Two very large kernels, one at the default scale if there is one."""
    if LAWS[function].family is not NORMAL:
        return ()
    shapes = [(SIDE + int(draw.integers(20)), SIDE + int(draw.integers(20, 40))) for _ in range(2)]
    scale = {ARGUMENTS[function]: round(float(draw.uniform(0.1, 0.6)), 4)} if function in ARGUMENTS else {}
    return Kernel(shapes[0]), Kernel(shapes[1][::-1], scale)


def fans_asked(kernels: Iterable[Kernel]) -> list[Shape]:
    """The shapes of which the student's own `fans` is asked, each once."""
    return sorted({kernel.shape for kernel in kernels})


def _small_kernels(function: str, draw: Draw) -> dict[str, list[Kernel]]:
    """By kind; none has fewer than 36 weights, which is what the checks on their evenness count on."""

    def width(least: int = NARROWEST, most: int = WIDEST) -> int:
        return round(float(np.exp(draw.uniform(math.log(least), math.log(most)))))

    def unequal() -> Shape:
        fan_in, fan_out = width(), width()
        return (fan_in, fan_out) if fan_in != fan_out else (fan_in, fan_out + 1)

    def nearly_square() -> Shape:
        side = width(2 * NARROWEST)
        shape = (side, side + 1 + int(draw.integers(max(1, side // 8))))
        return shape if draw.random() < 0.5 else shape[::-1]

    def square() -> Shape:
        return (width(),) * 2

    def convolution(window: tuple[int, int]) -> Shape:
        if window == (1, 1):  # few weights for a channel, so more channels
            return *window, width(12, 32), width(12, 40)
        channels = width(3, 16)
        return *(window if draw.random() < 0.5 else window[::-1]), channels, width(4 if channels == 3 else 3, 24)

    shapes = {
        "small": [unequal() for _ in range(SMALL)],
        "square": [square() for _ in range(SQUARE)],
        "nearly square": [nearly_square() for _ in range(NEARLY_SQUARE)],
        "convolution": [convolution(window) for window in WINDOWS],
    }
    return {kind: [Kernel(shape, _arguments(function, draw)) for shape in found] for kind, found in shapes.items()}


def _repeated_kernels(function: str, draw: Draw) -> Iterator[Kernel]:
    """A dense kernel, a square one and a convolution's."""
    side = int(draw.integers(20, 30))
    for shape in (
        (int(draw.integers(24, 31)), int(draw.integers(40, 49))),
        (side, side),
        (3, 2, int(draw.integers(4, 7)), int(draw.integers(8, 12))),
    ):
        yield Kernel(shape, _arguments(function, draw))


def _arguments(function: str, draw: Draw) -> dict[str, float]:
    """The scale asked for, if the function takes one, of any size: for a third of the kernels its own default."""
    if function not in ARGUMENTS or draw.random() < 1 / 3:
        return {}
    return {ARGUMENTS[function]: float(f"{np.exp(draw.uniform(math.log(0.001), math.log(50))):.4g}")}


def _seeds(draw: Draw) -> Iterator[int]:
    """Seeds that are odd and even in turn, of any length up to 31 bits, none twice."""
    used: set[int] = set()
    odd = int(draw.integers(2))
    while True:
        seed = 2 * int(draw.integers(2 ** int(draw.integers(4, 31)))) + odd
        if seed not in used:
            used.add(seed)
            odd = 1 - odd
            yield seed


def _repeated(number: int) -> Repeated:
    return Repeated(*(f"repeated {number}, {what}" for what in ("first", "second", "again", "elsewhere")))


def _steps(function: str, threads: Sequence[_Thread], draw: Draw) -> tuple[Steps, dict[str, tuple[str, int]]]:
    """The calls of all threads in a drawn order that keeps each thread's own, in a few steps; and where each is.

    The first step has dense kernels without further arguments only: what is wrong with the form of those is not hidden
    behind an error that a convolution's shape raises.
    """
    order: list[int] = sorted(draw.permutation(len(threads)).tolist(), key=lambda i: not threads[i].plain)
    sure = min(len(threads) // BATCHES, sum(thread.plain for thread in threads))
    rest = draw.permutation(order[sure:])
    steps: Steps = {"in turn": Library(f"{answers.__name__}.in_turn")}
    places: dict[str, tuple[str, int]] = {}
    parts = [order[:sure], *(part.tolist() for part in np.array_split(rest, BATCHES - 1))]
    for number, part in enumerate(parts, start=1):
        step = f"calls {number}"
        left = {i: iter(threads[i].kernels.items()) for i in part}
        asked = []
        for place, turn in enumerate(draw.permutation([i for i in left for _ in threads[i].kernels]).tolist()):
            name, kernel = next(left[turn])
            places[name] = step, place
            asked.append((str(turn), kernel.shape, dict(kernel.arguments)))
        generators = {str(i): Rng(threads[i].seed) for i in left}
        steps[step] = Call(Ref("in turn"), (Student(function), asked, generators))
    return steps, places
