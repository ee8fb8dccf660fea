"""Samples judged together: how often right ones are rejected, and what is seen in a group that the pool hides."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from autograder.verdict.statistics import checks, samples
from autograder.verdict.statistics.families import NORMAL, TRUNCATED, TRUNCATED_STD, UNIFORM, Family

FAMILIES = (NORMAL, UNIFORM, TRUNCATED)
each_family = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
SIZES = (36, 90, 300, 40, 2000, 500)  # of a few samples
GROUPS = samples.groups_of(len(SIZES), [[0, 1, 3], [2, 5]], large=[4])


def draws(family: Family | str, rng: np.random.Generator, *shape: int) -> np.ndarray:
    """Independent draws with variance 1."""
    match family if isinstance(family, str) else family.name:
        case "normal":
            return rng.standard_normal(shape)
        case "uniform":
            return rng.uniform(-math.sqrt(3), math.sqrt(3), shape)
        case "truncated normal":
            return stats.truncnorm.ppf(rng.random(shape), -2, 2) / TRUNCATED_STD
        case "laplace":
            return rng.laplace(0, math.sqrt(0.5), shape)
        case "triangular":
            return rng.triangular(-1, 0, 1, shape) * math.sqrt(6)
        case "student":
            return rng.standard_t(5, shape) * math.sqrt(0.6)
        case "two values":
            return rng.choice([-1.0, 1.0], shape)
    raise LookupError(family)


def at_most(rejections: int, runs: int, alpha: float) -> bool:
    """Whether so many rejections agree with a probability of at most alpha (at the level 1e-6)."""
    return stats.binom.sf(rejections - 1, runs, alpha) > 1e-6


def rejections(once: Callable[[np.random.Generator], bool], runs: int, seed: int) -> int:
    rng = np.random.default_rng(seed)
    return sum(once(rng) for _ in range(runs))


def mean_squares(family: Family, rng: np.random.Generator) -> np.ndarray:
    return np.asarray([np.mean(draws(family, rng, n) ** 2) for n in SIZES])


class TestGroups:
    def test_a_budget_is_shared_among_all_of_them(self):
        assert GROUPS.members.sum(axis=1).tolist() == [6, 3, 2, 1, 1, 1, 1, 1, 1]
        assert GROUPS.shares.sum() == pytest.approx(1)
        assert samples.one_by_one(5).shares.sum() == pytest.approx(1)

    def test_a_budget_that_nobody_takes_is_left(self):
        assert samples.groups_of(2, [], [0, 1]).shares.sum() == pytest.approx(
            1 - samples.FOR_GROUPS - samples.FOR_SMALL_ONES
        )

    def test_sums_go_over_their_members(self):
        values = np.arange(6.0)
        assert GROUPS.sums(values)[:3].tolist() == [15, 4, 7]
        assert np.array_equal(GROUPS.sums(np.stack([values, 2 * values]))[1], 2 * GROUPS.sums(values))


class TestSpread:
    @pytest.mark.parametrize("number", [1, 2, 7, 36, 1000, 100_000])
    @pytest.mark.parametrize("distance", [0.01, 0.1, 0.5, 0.9])
    def test_the_bound_holds_for_normal_draws(self, number, distance):
        for ratio, chance in (
            (1 + distance, stats.chi2.logsf(number * (1 + distance), number)),
            (1 - distance, stats.chi2.logcdf(number * (1 - distance), number)),
        ):
            assert chance <= -number * samples.surprise(np.asarray(ratio)) + 1e-9

    @pytest.mark.parametrize("family", [UNIFORM, TRUNCATED], ids=lambda family: family.name)
    @pytest.mark.parametrize("t", [-50, -3, -0.5, -0.01, 0.01, 0.2, 0.4, 0.49])
    def test_lighter_tails_have_a_smaller_moment_generating_function(self, family, t):
        def density(x: float) -> float:
            return math.exp(t * x * x) * float(family.pdf(np.asarray(x)))

        moment = integrate.quad(density, -family.limit, family.limit, points=[0], limit=200)[0]
        assert moment <= (1 - 2 * t) ** -0.5

    @pytest.mark.slow
    @each_family
    def test_right_samples_are_rejected_at_most_as_stated(self, family):
        def rejected(rng: np.random.Generator) -> bool:
            return bool(samples.other_spread(mean_squares(family, rng), np.asarray(SIZES), GROUPS, 0.3).any())

        assert at_most(rejections(rejected, 1500, seed=1), 1500, 0.3)

    def test_normal_samples_use_a_good_part_of_the_budget(self):
        def rejected(rng: np.random.Generator) -> bool:
            ratios = rng.chisquare(500) / 500
            return bool(samples.other_spread(np.asarray([ratios]), np.asarray([500]), samples.one_by_one(1), 0.3).any())

        assert rejections(rejected, 3000, seed=2) > 0.03 * 3000

    def test_sees_what_the_pool_hides_in_its_group(self):
        ratios, sizes = np.ones(12), np.full(12, 500)
        sizes[0], ratios[6:9] = 100_000, 1.6
        groups = samples.groups_of(12, [[6, 7, 8]], large=[0])
        rejected = samples.other_spread(ratios, sizes, groups, checks.CHECK_ALPHA)
        assert not rejected[0] and rejected[1]

    def test_sees_one_sample_that_is_far_off(self):
        ratios = np.ones(6)
        ratios[1] = 0.05
        assert samples.other_spread(ratios, np.asarray(SIZES), GROUPS, checks.CHECK_ALPHA)[-4:].any()

    @pytest.mark.parametrize("ratio", [0.0, math.inf, math.nan, 1e-300, 1e308])
    def test_sees_what_is_no_spread_at_all(self, ratio):
        rejected = samples.other_spread(np.full(6, ratio), np.asarray(SIZES), GROUPS, checks.CHECK_ALPHA)
        assert rejected[0]

    @settings(max_examples=100, deadline=None, derandomize=True)
    @given(st.lists(st.floats(0.01, 100), min_size=6, max_size=6), st.integers(0, 2**32))
    def test_a_group_is_judged_by_its_members_alone(self, ratios, seed):
        outside = np.random.default_rng(seed).uniform(0.01, 100, 6)
        inside = np.asarray(ratios)
        mixed = np.where(GROUPS.members[1], inside, outside)
        one, other = (samples.other_spread(r, np.asarray(SIZES), GROUPS, 1e-9)[1] for r in (inside, mixed))
        assert one == other


class TestDifferAmongThemselves:
    @pytest.mark.slow
    @each_family
    def test_samples_of_one_law_do_at_most_as_stated_whatever_its_scale(self, family):
        def differ(rng: np.random.Generator) -> bool:
            return samples.differ_among_themselves((7 * mean_squares(family, rng)).tolist(), SIZES, 0.3)

        assert at_most(rejections(differ, 1000, seed=3), 1000, 0.3)

    def test_two_scales_are_seen(self):
        assert samples.differ_among_themselves([1.0, 1.0, 4.0], [300, 300, 300], checks.CHECK_ALPHA)
        assert samples.differ_among_themselves([0.0, 1.0], [300, 300], checks.CHECK_ALPHA)

    @pytest.mark.parametrize("variances", [[0.0, 0.0], [math.inf, math.inf]])
    def test_what_is_no_spread_does_not_differ(self, variances):
        assert not samples.differ_among_themselves(variances, [300, 300], checks.CHECK_ALPHA)


class TestSigns:
    @pytest.mark.parametrize("law", ["normal", "uniform", "laplace", "student", "two values"])
    def test_symmetric_laws_are_rejected_at_most_as_stated(self, law):
        def rejected(rng: np.random.Generator) -> bool:
            drawn = [draws(law, rng, n) for n in SIZES]
            sums, squares = (np.asarray([np.sum(x**power) for x in drawn]) for power in (1, 2))
            return bool(samples.lopsided(sums, squares, GROUPS, 0.5).any())

        assert at_most(rejections(rejected, 1000, seed=4), 1000, 0.5)

    def test_sees_a_group_that_lies_elsewhere(self):
        sums = np.asarray([0, 0, 150, 0, 0, 250.0])
        assert samples.lopsided(sums, np.asarray(SIZES, float), GROUPS, checks.CHECK_ALPHA)[2]


def counts_of(law: Family | str, rng: np.random.Generator, sizes: tuple[int, ...], own_scale: bool) -> np.ndarray:
    drawn = [draws(law, rng, n) for n in sizes]
    return np.stack([samples.counted(x / np.sqrt(np.mean(x**2)) if own_scale else x) for x in drawn])


class TestFamilies:
    @pytest.mark.slow
    @each_family
    @pytest.mark.parametrize("own_scale", [False, True])
    def test_the_right_family_is_rejected_at_most_as_stated(self, family, own_scale):
        def rejected(rng: np.random.Generator) -> bool:
            counts = counts_of(family, rng, SIZES, own_scale)
            return not samples.fits_family(counts, family, GROUPS, 0.3, own_scale).all()

        assert at_most(rejections(rejected, 400, seed=5), 400, 0.3)

    @pytest.mark.parametrize("own_scale", [False, True])
    @pytest.mark.parametrize(
        ("drawn", "tested"),
        [
            ("uniform", NORMAL),
            ("laplace", NORMAL),
            ("student", NORMAL),
            ("two values", NORMAL),
            ("normal", UNIFORM),
            ("laplace", UNIFORM),
            ("triangular", UNIFORM),
            ("truncated normal", UNIFORM),
            ("uniform", TRUNCATED),
        ],
    )
    def test_sees_another_family_in_the_pool(self, drawn, tested, own_scale):
        sizes = (30_000,) * 3 + (600,) * 40
        groups = samples.groups_of(len(sizes), [], large=[0, 1, 2])
        counts = counts_of(drawn, np.random.default_rng(6), sizes, own_scale)
        assert not samples.fits_family(counts, tested, groups, checks.CHECK_ALPHA / 8, own_scale)[0]

    def test_sees_another_family_in_a_group_of_small_samples(self):
        rng = np.random.default_rng(7)
        right, other = (counts_of(law, rng, (600,) * 40, False) for law in ("normal", "uniform"))
        groups = samples.groups_of(80, [range(40), range(40, 80)], large=[])
        fits = samples.fits_family(np.concatenate([right, other]), NORMAL, groups, checks.CHECK_ALPHA / 8)
        assert fits[1] and not fits[2]

    def test_bins_hold_every_draw(self):
        counts = samples.counted(np.asarray([-1e300, -5, -4, -1e-9, 0, 3.9999, 4, 1e300]))
        assert counts.sum() == 8 and counts[0] == 3 and counts[-1] == 3
        assert counts[samples.BINS // 2 - 1] == 1 and counts[samples.BINS // 2] == 1

    @settings(max_examples=100, deadline=None, derandomize=True)
    @given(st.lists(st.tuples(st.integers(36, 40_000), st.floats(-1.5, 1.5)), min_size=1, max_size=40))
    def test_the_mean_error_is_never_above_its_bound(self, scales):
        """Whatever errors the scales have: their surprises bound the mean of their magnitudes."""
        sizes, errors = (np.asarray(column, float) for column in zip(*scales, strict=True))
        surprises = np.sum(sizes * samples.surprise(np.exp(2 * errors))) / sizes.sum()
        assume(surprises > 1e-9)
        mean = np.sum(sizes * np.abs(errors)) / sizes.sum()
        assert mean <= samples.mean_error(np.asarray([surprises]))[0] * (1 + 1e-9) + 1e-9


def means_and_squares(drawn: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of samples (samples, draws): the two distances whose evenness is judged."""
    squares = np.sum(drawn**2, axis=1)
    n = drawn.shape[1]
    return np.sum(drawn, axis=1) / np.sqrt(squares), (squares / n - 1) * math.sqrt(n / 2)


class TestEvenness:
    @pytest.mark.slow
    @each_family
    @pytest.mark.parametrize("number", [36, 37, 300])
    def test_no_distance_is_as_dense_as_the_bound(self, family, number):
        near, runs = 0.1, 20_000
        means, squares = means_and_squares(draws(family, np.random.default_rng(8), runs, number))
        for distances, density in ((means, samples.MEAN_DENSITY), (squares, samples.SQUARE_DENSITY)):
            found = int(np.sum(np.abs(distances) <= near))
            assert at_most(found, runs, 2 * density * near)

    @pytest.mark.slow
    @each_family
    def test_right_samples_are_rejected_at_most_as_stated(self, family):
        for which, density in enumerate((samples.MEAN_DENSITY, samples.SQUARE_DENSITY)):

            def rejected(rng: np.random.Generator, which: int = which, density: float = density) -> bool:
                return samples.too_even(means_and_squares(draws(family, rng, 30, 100))[which], density, 0.5)

            assert at_most(rejections(rejected, 500, seed=9), 500, 0.5)

    def test_the_whole_budget_is_used_where_the_density_is_what_is_said(self):
        uneven = rejections(lambda rng: samples.too_even(rng.uniform(0, 0.5, 20), 1.0, 0.3), 3000, seed=10)
        assert uneven > 0.1 * 3000 and at_most(uneven, 3000, 0.3)

    @pytest.mark.parametrize("standardised", [3, 10, 40])
    def test_sees_samples_that_were_standardised(self, standardised):
        distances = np.abs(np.random.default_rng(11).standard_normal(40))
        assert not samples.too_even(distances, samples.MEAN_DENSITY, checks.CHECK_ALPHA / 16)
        distances[:standardised] = 1e-6
        assert samples.too_even(distances, samples.MEAN_DENSITY, checks.CHECK_ALPHA / 16)

    def test_sees_many_that_are_all_a_little_too_near(self):
        distances = np.abs(np.random.default_rng(12).standard_normal(40)) / 25
        assert samples.too_even(distances, samples.MEAN_DENSITY, checks.CHECK_ALPHA / 16)

    def test_exactly_the_value_is_too_near(self):
        assert samples.too_even(np.zeros(40), samples.SQUARE_DENSITY, checks.CHECK_ALPHA / 16)
