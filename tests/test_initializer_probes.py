"""The probes of random initializers: whoever keeps the law only in places, or draws only a part, loses its points."""

import math
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from autograder.evidence.answers import Returned
from autograder.labs.weight_initialization.initializers.laws import LAWS
from autograder.labs.weight_initialization.initializers.probing import Plan, plan
from autograder.labs.weight_initialization.inside.answers import in_turn, same, single
from autograder.sandbox import codec
from autograder.verdict.statistics.sample_size import draws_needed
from tests.bank import local
from tests.bank.entry import Entry
from tests.bank.ways.formulas import NORMAL_STDS, UNIFORM_LIMITS

Initializer = Callable[..., np.ndarray]
SECRETS = range(20)
each_function = pytest.mark.parametrize("function", LAWS)


def lawful(function: str) -> Initializer:
    """The usual right answer."""
    if function in NORMAL_STDS:
        return lambda shape, rng, **more: rng.normal(0, NORMAL_STDS[function](shape, **more), shape)
    return lambda shape, rng, **more: rng.uniform(-1, 1, shape) * UNIFORM_LIMITS[function](shape, **more)


def outcome(function: str, answer: Initializer, secret: int) -> local.Outcome:
    found = local.evaluate(Entry(function, "answer", answer), secret)
    assert not found.broken
    return found


def seed_of(rng: np.random.Generator) -> int:
    return int(rng.bit_generator.seed_seq.entropy)


def counting(kept: Callable[[int], bool]) -> Callable[[], Callable]:
    """A place in the order of calls: from 1 on."""

    def fresh() -> Callable:
        calls = iter(range(1, 10_000))
        return lambda shape, rng: kept(next(calls))

    return fresh


# name -> makes, for one grading, the rule by which a call is answered lawfully
KEPT: dict[str, Callable[[], Callable]] = {
    "from 2,000 weights on": lambda: lambda shape, rng: math.prod(shape) >= 2000,
    "from 300 weights on": lambda: lambda shape, rng: math.prod(shape) >= 300,
    "at kernels that are not square": lambda: lambda shape, rng: shape[0] != shape[1] or len(shape) > 2,
    "at kernels far from square": lambda: lambda shape, rng: abs(math.log(shape[-2] / shape[-1])) > 0.1,
    "at dense kernels and large convolutions": lambda: lambda shape, rng: len(shape) == 2 or math.prod(shape) > 10_000,
    "for even seeds": lambda: lambda shape, rng: seed_of(rng) % 2 == 0,
    "for odd seeds": lambda: lambda shape, rng: seed_of(rng) % 2 == 1,
    "for half of the seeds": lambda: lambda shape, rng: bin(seed_of(rng)).count("1") % 2 == 0,
    "for seeds of more than 16 bits": lambda: lambda shape, rng: seed_of(rng) >= 2**16,
}
ELSEWHERE: dict[str, Callable[[str], Initializer]] = {
    "zeros": lambda function: lambda shape, rng, **more: np.zeros(shape),
    "one number": lambda function: lambda shape, rng, **more: np.full(shape, rng.normal()),
    "numbers from 0 to 1": lambda function: lambda shape, rng, **more: rng.random(shape),
    "unscaled": lambda function: lambda shape, rng, **more: rng.standard_normal(shape),
    "doubled": lambda function: lambda shape, rng, **more: 2 * lawful(function)(shape, rng, **more),
}


@pytest.mark.slow
@each_function
@pytest.mark.parametrize("place", KEPT)
def test_a_law_kept_in_places_loses_scale_and_law_whatever_is_done_elsewhere(function, place):
    right = lawful(function)
    for secret, (name, other) in enumerate(ELSEWHERE.items()):
        keeps, wrong = KEPT[place](), other(function)
        found = outcome(
            function,
            lambda shape, rng, keeps=keeps, wrong=wrong, **more: (right if keeps(shape, rng) else wrong)(
                shape, rng, **more
            ),
            secret,
        )
        assert {"scale", "law"} <= found.failed.keys(), f"{name}: lost {found.lost}"


@each_function
@pytest.mark.parametrize("first", [1, 5, 12])
def test_lawful_at_first_and_constant_later_loses_scale_law_and_independence(function, first):
    right = lawful(function)
    for secret in (1, 2, 3):
        keeps = counting(lambda call: call <= first)()

        def answer(shape, rng, keeps=keeps, **more):
            return right(shape, rng, **more) if keeps(shape, rng) else np.full(shape, 0.05)

        assert {"scale", "law", "independence"} <= outcome(function, answer, secret).failed.keys()


def zeros_but(keep: Callable) -> Callable[[np.ndarray, np.random.Generator], np.ndarray]:
    return lambda weights, rng: weights * keep(weights, rng)


PARTS: dict[str, tuple[str, Callable[[np.ndarray, np.random.Generator], np.ndarray]]] = {
    "one row and zeros": (
        "part left at 0",
        zeros_but(lambda w, rng: np.arange(w[..., 0].size).reshape(w[..., :1].shape) == 0),
    ),
    "one column and zeros": ("part left at 0", zeros_but(lambda w, rng: np.arange(w.shape[-1]) == 0)),
    "the diagonal only": (
        "part left at 0",
        zeros_but(lambda w, rng: np.arange(w.shape[-2])[:, None] == np.arange(w.shape[-1])),
    ),
    "nine tenths zeros": ("part left at 0", zeros_but(lambda w, rng: rng.random(w.shape) < 0.1)),
    "nine tenths zeros, the rest larger": (
        "part left at 0",
        zeros_but(lambda w, rng: math.sqrt(10) * (rng.random(w.shape) < 0.1)),
    ),
    "half zeros, the rest larger": (
        "part left at 0",
        zeros_but(lambda w, rng: math.sqrt(2) * (rng.random(w.shape) < 0.5)),
    ),
    "64 draws tiled": ("weights repeated", lambda w, rng: np.resize(w.ravel()[:64], w.shape)),
    "1,000 draws tiled": ("weights repeated", lambda w, rng: np.resize(w.ravel()[:1000], w.shape)),
    "all columns equal": ("one column repeated", lambda w, rng: np.repeat(w[..., :1], w.shape[-1], axis=-1)),
    "all rows equal": (
        "one row repeated",
        lambda w, rng: np.broadcast_to(w.reshape(-1, w.shape[-1])[0], w.shape).copy(),
    ),
}


@pytest.mark.slow
@each_function
@pytest.mark.parametrize("part", PARTS)
def test_a_kernel_of_which_a_part_was_drawn_loses_scale_law_and_independence(function, part):
    right, (key, made) = lawful(function), PARTS[part]
    for secret in (1, 2):
        found = outcome(function, lambda shape, rng, **more: made(right(shape, rng, **more), rng), secret)
        assert dict(found.failed) == dict.fromkeys(("scale", "law", "independence"), key)


def std_of(function: str, shape: tuple[int, ...], more: dict) -> float:
    """The standard deviation asked for."""
    return (
        NORMAL_STDS[function](shape, **more)
        if function in NORMAL_STDS
        else UNIFORM_LIMITS[function](shape, **more) / math.sqrt(3)
    )


STANDARDISED: dict[str, Callable[[np.ndarray, float], np.ndarray]] = {
    "mean 0": lambda w, std: w - w.mean(),
    "mean 0 for every unit": lambda w, std: w - w.mean(axis=tuple(range(w.ndim - 1)), keepdims=True),
    "exact std": lambda w, std: w * (std / w.std()),
    "exact std, estimated": lambda w, std: w * (std / w.std(ddof=1)),
    "mean 0 and exact std": lambda w, std: (w - w.mean()) / w.std() * std,
    "the same in float32": lambda w, std: (
        (w.astype(np.float32) - w.mean(dtype=np.float32)) / w.std(dtype=np.float32) * np.float32(std)
    ),
    "large kernels only": lambda w, std: (w - w.mean()) / w.std() * std if w.size > 5000 else w,
}


@each_function
@pytest.mark.parametrize("how", STANDARDISED)
def test_standardised_draws_lose_the_law(function, how):
    right, made = lawful(function), STANDARDISED[how]
    for secret in (1, 2):
        found = outcome(
            function,
            lambda shape, rng, **more: made(right(shape, rng, **more), std_of(function, shape, more)),
            secret,
        )
        assert found.failed["law"] == "standardised"
        # few inputs that add up to 0 depend on each other, which may be seen too
        assert found.failed.keys() <= {"law", "independence"}


@each_function
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_right_weights_pass_in_both_precisions_though_they_repeat_by_rounding(function, dtype):
    right = lawful(function)
    for secret in (1, 2, 3):
        found = outcome(function, lambda shape, rng, **more: right(shape, rng, **more).astype(dtype), secret)
        assert found.lost == 0, found.messages


@pytest.mark.slow
@each_function
@pytest.mark.parametrize(("seeds", "may_fail"), [(20, {"generator", "independence"}), (1000, {"generator"})])
def test_few_seeds_cost_no_scale_and_no_law(function, seeds, may_fail):
    """Kernels that share draws are judged one by one: together they would vary too much for the law by chance."""
    right = lawful(function)
    for secret in range(6):
        found = outcome(
            function,
            lambda shape, rng, **more: right(shape, np.random.default_rng(int(rng.integers(seeds))), **more),
            secret,
        )
        assert found.failed.keys() <= may_fail
        assert seeds > 20 or found.lost > 0


def plans(function: str) -> Iterator[Plan]:
    for secret in SECRETS:
        yield plan(function, np.random.default_rng(secret))[1]


@each_function
class TestPlan:
    def test_has_kernels_of_all_kinds(self, function):
        for planned in plans(function):
            shapes = [planned.kernels[name].shape for name in planned.drawn]
            dense = [shape for shape in shapes if len(shape) == 2]
            windows = {shape[:2] for shape in shapes if len(shape) == 4}
            assert sum(min(shape) >= 6 and max(shape) <= 61 for shape in dense) >= 15
            assert sum(a == b for a, b in dense) >= 5
            assert sum(1 < max(shape) / min(shape) < 1.2 for shape in dense) >= 4
            assert (1, 1) in windows and (3, 3) in windows and sum(h != w for h, w in windows) >= 3
            assert sum(math.prod(shape) > 20_000 for shape in shapes) == 3

    def test_draws_enough_and_no_more_than_needed(self, function):
        for planned in plans(function):
            sizes = [planned.kernels[name].size for name in planned.drawn]
            assert draws_needed() <= sum(sizes) <= 1.25 * draws_needed()
            assert min(sizes) >= 36

    def test_every_group_holds_seeds_of_both_parities(self, function):
        for planned in plans(function):
            odd = set(planned.together["odd"])
            for name in ("large", "small", "square", "nearly square", "dense", "convolutions"):
                group = set(planned.together[name])
                assert group & odd and group - odd, name

    def test_asks_in_an_order_that_is_not_to_be_guessed(self, function):
        orders = [[name in planned.large for name in planned.kernels] for planned in plans(function)]
        assert len({tuple(order) for order in orders}) > len(SECRETS) / 2

    def test_asks_again_from_the_same_generator_a_twin_and_another(self, function):
        for secret in SECRETS:
            steps, planned = plan(function, np.random.default_rng(secret))
            for names in planned.repeated:
                four = (names.first, names.second, names.again, names.elsewhere)
                assert all(planned.kernels[name] == planned.kernels[names.first] for name in four)
                seeds, generators = zip(*(asked_with(steps, planned, name) for name in four), strict=True)
                assert seeds[0] == seeds[1] == seeds[2] != seeds[3] and (seeds[0] + seeds[3]) % 2 == 1
                assert generators[0] == generators[1] != generators[2]


def asked_with(steps, planned: Plan, name: str) -> tuple[int, tuple[str, str]]:
    """The seed of the generator that a call is given, and which generator that is."""
    step, place = planned.places[name]
    _, asked, generators = steps[step].args
    return generators[asked[place][0]].seed, (step, asked[place][0])


@each_function
def test_evidence_of_a_function_is_half_a_megabyte(function):
    grader = local.graders()[function]
    names = {
        function: lawful(function),
        "fans": lambda shape: (math.prod(shape[:-1]), math.prod(shape[:-2]) * shape[-1]),
    }
    planned = local.case_of(grader, names, b"1").answers
    answers = [answer for answer in planned.values() if isinstance(answer, Returned)]
    size = sum(len(codec.encode(answer.value)) for answer in answers)
    assert size < (850_000 if function.startswith("he_") else 600_000)


class TestInTurn:
    def test_asks_one_call_after_the_other_and_keeps_float32(self):
        generators = {"a": np.random.default_rng(1), "b": np.random.default_rng(2)}
        asked = [("a", (3, 2), {}), ("b", (3, 2), {}), ("a", (2, 2), {"std": 5.0})]
        found = in_turn(lambda shape, rng, std=1.0: rng.normal(0, std, shape), asked, generators)
        again = np.random.default_rng(1)
        expected = [
            again.normal(0, 1, (3, 2)),
            np.random.default_rng(2).normal(0, 1, (3, 2)),
            again.normal(0, 5, (2, 2)),
        ]
        assert all(np.array_equal(a, e.astype(np.float32)) for a, e in zip(found["answers"], expected, strict=True))
        assert {a.dtype for a in found["answers"]} == {np.dtype(np.float32)} and not any(found["changed"])

    def test_keeps_what_was_returned_and_says_what_changed_later(self):
        buffer = np.zeros(3)

        def shared(shape, rng):
            buffer[:] += 1
            return buffer

        found = in_turn(shared, [("a", (3,), {})] * 2, {"a": np.random.default_rng(1)})
        assert found["changed"] == [True, False]
        assert [float(a[0]) for a in found["answers"]] == [1, 2]

    @pytest.mark.parametrize("size", [1e300, 1e-300, 5e-324, np.nan, np.inf])
    def test_numbers_beyond_float32_stay_what_they_are(self, size):
        kept = single(np.full((2, 3), size))
        assert kept.dtype == np.float64 and np.array_equal(kept, np.full((2, 3), size), equal_nan=True)

    def test_an_array_of_a_million_millions_is_not_looked_at(self):
        """Broadcast, it takes eight bytes; a look at each of its numbers would take the student's time, and memory."""
        huge = np.broadcast_to(0.5, (10**6, 10**6))
        assert single(huge) is huge and same(huge, huge)

    @pytest.mark.parametrize("dtype", [np.float16, np.float32, np.int64, bool, object, complex])
    def test_another_dtype_stays_what_it_is(self, dtype):
        assert single(np.ones(3, dtype)).dtype == dtype

    def test_of_a_list_it_keeps_that_it_is_one(self):
        assert single([[1.0] * 100] * 100) == [] and single(([1.0], 2)) == ([], 2)
