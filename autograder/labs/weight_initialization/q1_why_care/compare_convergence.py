"""Q1, the experiment: is a comparison of starts fair, as asked, and does it say what its own runs show?"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.follow_through import counted_at, own
from autograder.labs.weight_initialization.inside import arguments
from autograder.labs.weight_initialization.inside import own as own_helpers
from autograder.labs.weight_initialization.networks import weights_of
from autograder.labs.weight_initialization.q1_why_care.distinct_units import count_units
from autograder.labs.weight_initialization.q1_why_care.epochs_to_reach import first_epoch
from autograder.sandbox.probes import Call, Ref, Rng, Student, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points, type_name
from autograder.verdict.mistakes import Mistake, expect, explains

EPOCHS, BATCH_SIZE, RATE = 40, 20, 0.5  # what the notebook asks of every training
SIZES = (32, 1, 10, 16, 64)  # batches that are taken in place of BATCH_SIZE
RULES: Mapping[str, dict[str, Any]] = {
    "": {},
    "the optimizer Adam(), which initlab takes when none is given": {"optimizer": initlab.Adam()},
    "the optimizer Adam with LEARNING_RATE": {"optimizer": initlab.Adam(RATE)},
    "the learning rate 0.01, which is SGD's own": {"optimizer": initlab.SGD()},
    "the learning rate 0.1": {"optimizer": initlab.SGD(0.1)},
}
HIGH = 1000.0  # a level that every loss is below from the start
SHARED = ("drawn", "drawn again")  # names of one and the same initializer
Start = tuple  # the name of an initializer in `inside.arguments`, and what it is made with


@dataclass(frozen=True)
class Given:
    """A network, and what it is trained on from which starts."""

    network: initlab.Network
    u_shape: initlab.Data
    one_point: initlab.Data  # all samples are the same: their order has no part in a training
    starts: Mapping[str, Start]  # trained on `u_shape`
    alike: Mapping[str, Start]  # trained on `one_point` and on `fewer`
    fewer: initlab.Data  # of its samples: whole batches
    level: float
    seed: int  # of the generator for `starts`


class TestCompareConvergence(Grader):
    notebook, function = "part1_understanding", "compare_convergence"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Initializers with known kernels, one of them twice; then data on which the order cannot matter."""
        hidden, kinds = [int(draw.integers(8, 11)), int(draw.integers(11, 14))], int(draw.integers(3, 6))
        seeds = [int(seed) for seed in draw.integers(0, 2**31, 9)]
        network = ((2, *hidden, 1), "tanh", "sigmoid")
        starts = {  # the twins are the first and the last that are trained
            "twin A": ("by_shape", seeds[1], 2.0),
            "zeros": ("filled", 0.0),
            "copies": ("repeating", kinds, seeds[0]),
            "drawn": ("drawn", 1.0),
            "parting": ("parting", seeds[8]),
            "flat": ("by_shape", seeds[8], 1e12),  # tanh' is 0: kernel and biases stay, ten units and one bias
            "drawn later": ("drawn", 1.0),
            "drawn again": ("drawn", 1.0),
            "twin B": ("by_shape", seeds[1], 2.0),
        }
        alike = {"first": ("by_shape", seeds[2], 1.0), "second": ("by_shape", seeds[3], 1.0)}
        # batches of one sample more would be fewer than asked for; of one sample fewer, with `fewer`, they are more
        samples = int(draw.integers(3, 5)) * BATCH_SIZE + 1  # four batches or more: see `changing_order`
        point = draw.uniform(0.5, 1.5, 2)
        one_point = (np.tile(point, (samples, 1)), np.ones(samples, dtype=np.int64), ("x1", "x2"), ("a", "b"))
        level = float(draw.uniform(0.25, 0.45))

        def compare(initializers: Mapping[str, Start], data: str, rng: int | Ref, level: float = level) -> Call:
            made = {
                name: Ref("drawing") if name in SHARED else inside(kind, *rest)
                for name, (kind, *rest) in initializers.items()
            }
            return call(
                "compare_convergence", made, Ref("network"), Ref(data), level, rng if isinstance(rng, Ref) else Rng(rng)
            )

        fewer = {name: starts[name] for name in ("drawn", "twin A")}
        steps = {
            "network": library("initlab.Network", *network),
            "u": library("initlab.u_shape", samples, Rng(seeds[4])),
            "same point": library("initlab.Data", *one_point),
            "fewer points": library("initlab.Data", *without_last(one_point)),
            "drawing": inside("drawn", 1.0),
            "rng": Rng(seeds[5]),
            "main": compare(starts, "u", Ref("rng")),
            "rng left behind": inside("left_behind", Ref("rng"), seeds[5]),
            "other batches": compare(fewer, "u", seeds[6]),
            "other seed": compare(fewer, "u", seeds[7]),
            "again": compare(fewer, "u", seeds[6], HIGH),
            "one point": compare(alike, "same point", seeds[7]),
            "whole batches": compare(alike, "fewer points", seeds[7]),
            "own epochs": library(f"{own_helpers.__name__}.epochs", Ref("main"), Student("epochs_to_reach"), level),
            "own epochs again": library(
                f"{own_helpers.__name__}.epochs", Ref("again"), Student("epochs_to_reach"), HIGH
            ),
            "own units": library(f"{own_helpers.__name__}.units", Ref("main"), Student("distinct_units")),
        }
        u_shape = initlab.u_shape(samples, np.random.default_rng(seeds[4]))
        data = [initlab.Data(*each) for each in (one_point, without_last(one_point))]
        given = Given(initlab.Network(*network), u_shape, data[0], starts, alike, data[1], level, seeds[5])
        return Probe(steps, given)

    @points(1)
    def test_trains(self, case: Case[Given]) -> None:
        """Every initializer has a run of its own, trained as asked."""
        given = case.given
        trained = {name: train(given.network, start, given.one_point) for name, start in given.alike.items()}
        for name, run in trained.items():
            losses, weights = run_of(case, "one point", name)
            about = (
                f"The run of {name!r} starts with the loss {losses[0]:.6g}; "
                f"the weights of its initializer have {run.losses[0, 0]:.6g}."
            )
            hint = "Where do the weights of this run come from?"
            others = other_starts(name, trained)
            right = run.losses[0, 0]
            expect(losses[0], right, about, others, otherwise="wrong start", hint=hint, relative=values.SINGLE)
            if not values.agree(losses, run.losses[0], values.SINGLE):
                other = explains(losses, other_trainings(given, name), values.SINGLE)
                asked = "SGD(LEARNING_RATE) with batches of BATCH_SIZE samples on the data given"
                words = other.words if other else f"The losses of {name!r} are not those of {asked}."
                raise Wrong(words, "another training")
            belong(given, given.one_point, weights, losses, name)
            fewer, _ = run_of(case, "whole batches", name)
            if not values.agree(fewer, train(given.network, given.alike[name], given.fewer).losses[0], values.SINGLE):
                words = f"The losses of {name!r} are not those of batches of BATCH_SIZE samples."
                raise Wrong(words, "another training")
        for name in given.starts:
            losses, weights = run_of(case, "main", name)
            belong(given, given.u_shape, weights, losses, name)

    @points(1)
    @needs("test_trains")
    def test_paired(self, case: Case[Given]) -> None:
        """All runs get the same batches, an order for each epoch, and all that is drawn comes from the one `rng`."""
        first, second = (run_of(case, "main", name)[0] for name in ("twin A", "twin B"))
        unpaired = (
            "Two runs from exactly the same weights have different losses after training, so they got different "
            "batches. Then a difference between two initializers may be the batches' doing."
        )
        expect(first, second, unpaired, otherwise="not paired")
        elsewhere, _ = run_of(case, "other batches", "twin A")
        if values.agree(run_of(case, "other seed", "twin A")[0], elsewhere):
            words = "With another generator the batches are still the same: rng is not used for them."
            raise Wrong(words, "rng not passed on")
        drawn, again = (run_of(case, step, "drawn")[0][0] for step in ("other seed", "other batches"))
        if values.agree(drawn, again):
            words = "With another generator an initializer that draws from it gave the same weights"
            raise Wrong(f"{words}: it was not given rng.", "rng not passed on")
        repeated, _ = run_of(case, "again", "twin A")
        about = "With a generator in the same state the batches are others: they do not come from rng."
        expect(repeated, elsewhere, about, otherwise="rng not passed on")
        redrawn = run_of(case, "again", "drawn")[0][0]
        about = "With a generator in the same state an initializer that draws from it gave other weights: it was"
        expect(redrawn, again, f"{about} not given rng.", otherwise="rng not passed on")
        draw_anew(case)
        changing_order(case)
        case.require_untouched()

    @points(1)
    @needs("test_trains")
    def test_epochs(self, case: Case[Given]) -> None:
        """“epochs” is when each run reached the level, or None."""
        follows = False
        asked = [("main", "own epochs", name, case.given.level) for name in case.given.starts]
        asked += [("again", "own epochs again", name, HIGH) for name in SHARED[:1]]
        for step, own_step, name, level in asked:
            losses, _ = run_of(case, step, name)
            found = values.entry(entry_of(case, step, name), "epochs", name)
            right = first_epoch(losses, level)
            if says_own(case, own_step, name, found) and found != right:
                follows = True
                continue
            if found is not None:
                found = values.whole(found, f"“epochs” of {name!r}")
            if found != right:
                raise Wrong(
                    f"“epochs” of {name!r} is {found}, but its own losses first reach {level:.3g} at epoch {right}.",
                    "epochs of another run or level",
                )
        if follows:
            raise counted_at("epochs_to_reach")

    @points(1)
    @needs("test_trains")
    def test_distinct(self, case: Case[Given]) -> None:
        """“distinct_units” counts the different units of the trained first layer: copies stay copies."""
        follows = False
        for name in case.given.starts:
            _, weights = run_of(case, "main", name)
            kernel, what = weights.kernels[0][0], f"“distinct_units” of {name!r}"
            said = values.entry(entry_of(case, "main", name), "distinct_units", name)
            if says_own(case, "own units", name, said) and said != count_units(kernel, 1e-6):
                follows = True
                continue
            found = values.whole(said, what)
            # rounding that grew in training may lie anywhere below the tolerance: no edge decides a grade
            if count_units(kernel, 1e-5) <= found <= count_units(kernel, 1e-7):
                continue
            right = count_units(kernel, 1e-6)
            about = f"{what} is {found}; the first layer of its final weights has {right} of them."
            expect(found, right, about, other_counts(case.given, name, weights), otherwise="wrong number of units")
        if follows:
            raise counted_at("distinct_units")


def draw_anew(case: Case[Given]) -> None:
    """Raises `Wrong` if two draws were made from the same state of the generator, as with a copy of it."""
    given = case.given
    words = "each was given a generator in the same state. There is one rng, which goes on from draw to draw."
    firsts = [run_of(case, "main", name)[0][0] for name in ("drawn", "drawn later")]
    if values.agree(*firsts):
        raise Wrong(
            f"Two initializers that draw their weights got the same random numbers: {words}", "generator copied"
        )
    if case.value("rng left behind") is True:
        words = "After the call `rng` is where it was: all was drawn from a copy of it, or it was set back."
        raise Wrong(f"{words} The next call would repeat all that.", "generator copied")
    one, other = (run_of(case, "main", name)[0] for name in SHARED)
    if values.agree(one, other):
        words = "One initializer stands under two names, and both have the same run: each name gets new weights."
        raise Wrong(words, "one run for two names")
    order = initlab.draw_order(len(given.u_shape), EPOCHS, np.random.default_rng(given.seed))
    ordered_first = train(given.network, given.starts["twin A"], given.u_shape, order=order)
    drawn = given.network.initialize(arguments.drawn(1.0), np.random.default_rng(given.seed))
    loss = given.network.loss(drawn, given.u_shape.inputs, given.u_shape.labels)[0]
    if values.agree(run_of(case, "main", "twin A")[0], ordered_first.losses[0], values.SINGLE) and any(
        values.agree(first, loss, values.SINGLE) for first in firsts
    ):
        raise Wrong(f"The order and the first weights come from the same random numbers: {words}", "generator copied")


def changing_order(case: Case[Given]) -> None:
    """Raises `Wrong` if every epoch has the same order.

    From weights that are all 0 only the output's bias learns, and each batch takes an eighth off its distance from the
    batch's own logit. In one order it comes to a cycle: an epoch leaves .875^4 of the distance or less, so that after
    25 epochs the losses at the ends of epochs are the same up to 2e-6 of the first distance, of some .2: 5e-7. In other
    orders a loss is within 1e-5 of the one before in fewer than 1 epoch in 100 (simulated: 1 in 1600), and in 14 in a
    row with a probability below 1e-28.
    """
    losses, _ = run_of(case, "main", "zeros")
    if np.ptp(losses[-15:]) < 1e-5:
        words = "Every epoch goes through the samples in the same order: from zeros the losses come to a standstill."
        raise Wrong(f"{words} An order is drawn for each epoch.", "same order in every epoch")


def says_own(case: Case[Given], step: str, name: str, found: Any) -> bool:
    """Whether an entry is what the student's own helper says of that run."""
    answers = own(case, step)
    if not isinstance(answers, dict) or name not in answers:
        return False
    said = answers[name]
    if found is None or said is None:
        return found is said
    numbers = [value for value in (found, said) if isinstance(value, int | float | np.number)]
    return len(numbers) == 2 and bool(numbers[0] == numbers[1])


def without_last(data: tuple) -> tuple:
    """The arguments of `initlab.Data` without the last sample."""
    inputs, labels, *names = data
    return (inputs[:-1], labels[:-1], *names)


def entry_of(case: Case[Given], step: str, name: str) -> dict:
    """What was returned for one initializer."""
    found = values.entry(case.value(step), name, case.function)
    if not isinstance(found, dict):
        raise Wrong(f"The entry {name!r} should be a dictionary; it is {type_name(found)}.", "not a dict")
    return found


def run_of(case: Case[Given], step: str, name: str) -> tuple[np.ndarray, initlab.Weights]:
    """One run's losses (EPOCHS + 1,) and final weights; `Wrong` if it is not a run of this network."""
    match run := values.entry(entry_of(case, step, name), "run", name):
        case {"losses": losses, "weights": weights}:
            losses = values.numbers(losses, f"The losses of {name!r}")
        case _:
            words = f"The “run” of {name!r} should be what initlab.train returned; it is {type_name(run)}."
            raise Wrong(words, "not a run")
    if losses.shape != (1, EPOCHS + 1):
        trained = losses.shape[-1] - 1 if losses.ndim else 0
        words = f"The run of {name!r} was trained for {trained} epochs; the task asks for {EPOCHS}."
        raise Wrong(words, "wrong number of epochs")
    return losses[0], weights_of(weights, case.given.network.widths)


def belong(given: Given, data: initlab.Data, weights: initlab.Weights, losses: np.ndarray, name: str) -> None:
    """Raises `Wrong` unless these weights have the last of these losses."""
    loss = float(given.network.loss(weights, data.inputs, data.labels)[0])
    about = (
        f"The run of {name!r} ends with the loss {losses[-1]:.6g}, but its final weights have {loss:.6g}: "
        "they are not from the same training on the data given."
    )
    expect(losses[-1], loss, about, otherwise="history of another run", relative=values.SINGLE)


def started(network: initlab.Network, start: Start) -> initlab.Weights:
    """The weights of a start that does not draw from the generator."""
    kind, *rest = start
    return network.initialize(getattr(arguments, kind)(*rest), np.random.default_rng(0))


def train(network: initlab.Network, start: Start, data: initlab.Data, **changes: Any) -> initlab.Run:
    """A training as the notebook asks for it, but for the changes."""
    order = initlab.draw_order(len(data), EPOCHS, np.random.default_rng(0))
    plan = {"epochs": EPOCHS, "batch_size": BATCH_SIZE, "optimizer": initlab.SGD(RATE), "order": order, **changes}
    return initlab.train(network, started(network, start), data, **plan)


def other_starts(name: str, trained: Mapping[str, initlab.Run]) -> Iterator[Mistake]:
    """Where else a run's weights may come from, with the loss that they have."""
    for other, run in trained.items():
        if other != name:
            loss, end = run.losses[0, 0], run.losses[0, -1]
            yield Mistake("initializer of another run", f"That is the loss of {other!r}'s weights.", loss)
            yield Mistake("weights carried over", f"It goes on from where {other!r} ended.", end)


def other_trainings(given: Given, name: str) -> Iterator[Mistake]:
    """The losses of trainings with another batch size, another rule or both."""
    sizes: dict[str, dict[str, Any]] = {"": {}}
    sizes |= {f"batches of {n}": {"batch_size": n} for n in (*SIZES, len(given.one_point))}
    for (size, one), (rule, two) in itertools.product(sizes.items(), RULES.items()):
        what = " and ".join(words for words in (size, rule) if words)
        words = f"The run of {name!r} was trained with {what}; the task asks for something else."
        run = train(given.network, given.alike[name], given.one_point, **one, **two)
        yield Mistake("another training", words, run.losses[0])


def other_counts(given: Given, name: str, weights: initlab.Weights) -> Iterator[Mistake]:
    """How many units each known mistake counts in a trained network."""
    if name == "parting":
        before = count_units(started(given.network, given.starts[name]).kernels[0][0], 1e-6)
        yield Mistake("counted before training", "It had that many before training.", before)
    biases = count_units(weights.biases[0], 1e-6)
    yield Mistake("counted on the biases", "That is the number of its different biases.", biases)
    for layer, which in enumerate(("second hidden", "output"), 1):
        count = count_units(weights.kernels[layer][0], 1e-6)
        yield Mistake("another layer", f"That is the number for the {which} layer.", count)
    rows = count_units(weights.kernels[0][0].T, 1e-6)
    yield Mistake("different rows", "That is its number of different rows.", rows)
