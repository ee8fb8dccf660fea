"""The tests on draws: how often they reject a right law, and what wrong ones they see."""

import math

import numpy as np
import pytest
from scipy import stats

from autograder.labs.weight_initialization import LAB
from autograder.verdict import judge
from autograder.verdict.statistics import checks
from autograder.verdict.statistics.families import TRUNCATED, TRUNCATED_STD, UNIFORM
from autograder.verdict.statistics.sample_size import FOR_SPREAD, MISSED, SMALLEST_ERROR, accepted, draws_needed, power
from autograder.verdict.statistics.samples import FOR_ALL, surprise


def truncated(x: np.ndarray) -> np.ndarray:
    """The draws within two deviations, of which there are 95 %, with variance 1."""
    return x[np.abs(x) < 2] / TRUNCATED_STD


DRAWS = {
    "normal": lambda rng, n: rng.standard_normal(n),
    "uniform": lambda rng, n: rng.uniform(-math.sqrt(3), math.sqrt(3), n),
    "truncated normal": lambda rng, n: truncated(rng.standard_normal(2 * n))[:n],
    "laplace": lambda rng, n: rng.laplace(0, math.sqrt(0.5), n),
    "triangular": lambda rng, n: rng.triangular(-1, 0, 1, n) * math.sqrt(6),
    "student": lambda rng, n: rng.standard_t(5, n) * math.sqrt(0.6),
    "two values": lambda rng, n: rng.choice([-1.0, 1.0], n),
}
POOLED = checks.CHECK_ALPHA * FOR_SPREAD * FOR_ALL


def at_most(rejections: int, runs: int, alpha: float) -> bool:
    """Whether so many rejections agree with a probability of at most alpha (at the level 1e-6)."""
    return stats.binom.sf(rejections - 1, runs, alpha) > 1e-6


class TestBudget:
    def test_all_checks_together_fail_a_right_submission_less_than_once_in_a_million(self):
        number = sum(len(judge.tests_of(grader)) for grader in LAB.graders)
        assert number * checks.CHECK_ALPHA < 1e-6

    def test_two_and_a_half_per_cent_are_seen_in_all_but_one_in_ten_million(self):
        assert MISSED == 1e-7 and SMALLEST_ERROR == 0.025
        for ratio in (1 - SMALLEST_ERROR, 1 + SMALLEST_ERROR):
            assert 1 - power(draws_needed(), ratio, POOLED) <= MISSED

    def test_the_bounds_of_what_is_accepted_are_where_the_surprise_is(self):
        for draws in (36, 500, 100_000):
            for bound in accepted(draws, POOLED):
                assert draws * surprise(np.asarray(bound)) == pytest.approx(math.log(2 / POOLED))

    def test_fewer_draws_would_not_do(self):
        draws = int(0.999 * draws_needed())
        worst = min(power(draws, ratio, POOLED) for ratio in (1 - SMALLEST_ERROR, 1 + SMALLEST_ERROR))
        assert worst < 1 - MISSED

    @pytest.mark.parametrize("family", [UNIFORM, TRUNCATED], ids=lambda family: family.name)
    @pytest.mark.parametrize("draws", [25_000, 45_000, 153_000])
    def test_lighter_tails_than_normal_are_rejected_even_less(self, family, draws):
        for alpha in (checks.CHECK_ALPHA / 2, checks.CHECK_ALPHA / 6):
            low, high = checks.chi_square_bounds(draws - 1, alpha)
            nearest = min(high / draws - 1, 1 - low / draws)
            assert checks.bernstein(family, draws, nearest) < alpha


class TestSpread:
    @pytest.mark.parametrize("family", ["normal", "uniform", "truncated normal"])
    def test_a_right_scale_is_rejected_as_often_as_stated(self, family):
        rng, runs, alpha, sizes = np.random.default_rng(1), 2000, 0.05, (300, 200, 400)
        rejected = 0
        for _ in range(runs):
            variances = [DRAWS[family](rng, n).var(ddof=1) for n in sizes]
            rejected += checks.spread(variances, sizes, [1.0] * 3, alpha).rejected
        assert at_most(rejected, runs, alpha)

    def test_normal_draws_use_up_the_whole_budget(self):
        rng, runs = np.random.default_rng(2), 4000
        variances = rng.chisquare(499, runs) / 499
        rejected = sum(checks.spread([variance], [500], [1.0], 0.1).rejected for variance in variances)
        assert 0.05 < rejected / runs < 0.1  # the two halves of the budget coincide for a single kernel

    @pytest.mark.parametrize("ratio", [0.97, 1.03])
    def test_sees_a_small_common_error(self, ratio):
        assert checks.spread([ratio**2] * 3, [51_000] * 3, [1.0] * 3, checks.CHECK_ALPHA).rejected

    def test_sees_an_error_at_one_kernel_and_says_which(self):
        found = checks.spread([1.0, 1.0, 0.94**2], [51_000] * 3, [1.0] * 3, checks.CHECK_ALPHA)
        assert found.rejected and found.worst == 2

    def test_a_kernel_without_spread_is_the_worst(self):
        assert checks.spread([1.0, 0.0], [500, 500], [1.0, 1.0], checks.CHECK_ALPHA).worst == 1


class TestSigns:
    @pytest.mark.parametrize("law", sorted(DRAWS))
    def test_symmetric_laws_are_rejected_at_most_as_stated(self, law):
        rng, runs, alpha = np.random.default_rng(3), 1000, 0.2
        sums = neighbours = 0
        for _ in range(runs):
            x = DRAWS[law](rng, 100)
            sums += checks.is_lopsided(x, alpha)
            neighbours += checks.is_lopsided(x[1:] * x[:-1], alpha)
        assert at_most(sums, runs, alpha) and at_most(neighbours, runs, alpha)

    @pytest.mark.parametrize("shift", [-0.04, 0.04])
    def test_sees_a_shifted_mean(self, shift):
        x = np.random.default_rng(4).standard_normal(150_000) + shift
        assert checks.is_lopsided(x, checks.CHECK_ALPHA / 3)

    def test_sees_neighbours_that_depend_on_each_other(self):
        x = np.random.default_rng(5).standard_normal(50_001)
        mixed = x[1:] + 0.1 * x[:-1]
        assert checks.is_lopsided(mixed[1:] * mixed[:-1], checks.CHECK_ALPHA / 7)


class TestBounds:
    @pytest.mark.parametrize("draws", [45_000, 155_000])
    def test_the_bound_is_the_exact_quantile_to_a_thousandth(self, draws):
        exact = stats.kstwo.isf(checks.CHECK_ALPHA / 6, draws)
        assert exact <= checks.kolmogorov_bound(draws, checks.CHECK_ALPHA / 6) <= 1.001 * exact

    def test_largest_uniform_weight_is_too_small_as_often_as_stated(self):
        draws, alpha = 50_000, 1e-10
        lowest = checks.lowest_maximum(draws, alpha)
        assert draws * math.log(lowest) == pytest.approx(math.log(alpha))
        assert lowest > 0.999


class TestRepeats:
    @pytest.mark.parametrize("dtype", [np.float32, np.float64])
    @pytest.mark.parametrize("law", ["normal", "uniform"])
    def test_draws_are_nearly_all_different(self, dtype, law):
        x = DRAWS[law](np.random.default_rng(8), 70_000).astype(dtype)
        assert checks.distinct_part(x) > 0.98

    @pytest.mark.parametrize(
        ("spoil", "part"),
        [
            (lambda x: np.full_like(x, x[0, 0]), 1 / 60_000),
            (lambda x: np.tile(x[0], (len(x), 1)), 1 / 200),
            (lambda x: np.concatenate([x[:100], -x[:100]]), 0.5),
        ],
        ids=["one number", "one row", "mirrored half"],
    )
    def test_counts_what_repeats(self, spoil, part):
        x = np.random.default_rng(9).standard_normal((200, 300))
        assert checks.distinct_part(spoil(x)) == pytest.approx(part, abs=0.01)

    @pytest.mark.parametrize("spoil", [lambda x: np.round(x, 3), lambda x: x.astype(np.float16).astype(float)])
    def test_sees_rounding(self, spoil):
        x = np.random.default_rng(10).standard_normal(60_000)
        assert checks.is_rounded(spoil(x)) and checks.distinct_part(spoil(x)) < checks.DISTINCT
        assert not checks.is_rounded(x)

    @pytest.mark.parametrize("factor", [1.0, -1.0, 3.5])
    @pytest.mark.parametrize("pair", [(0, 1), (3, 15)])
    @pytest.mark.parametrize("length", [checks.SHORTEST_ROW, 20, 100])
    def test_sees_a_row_that_is_a_multiple_of_another(self, factor, pair, length):
        x = np.random.default_rng(11).standard_normal((20, length)).astype(np.float32)
        assert checks.largest_correlation(x) < checks.dependent(length)
        x[pair[1]] = np.float32(factor) * x[pair[0]]
        found = checks.largest_correlation(x.astype(float))
        assert found > checks.dependent(length) and found > checks.MULTIPLE

    def test_rows_of_a_sorted_kernel_are_alike_but_no_multiples(self):
        x = np.sort(np.random.default_rng(12).uniform(-1, 1, 30_000)).reshape(300, 100)
        assert checks.dependent(x.shape[1]) < checks.largest_correlation(x) < checks.MULTIPLE

    @pytest.mark.parametrize("length", [6, 12, 90, 300])
    def test_separate_rows_are_never_that_close(self, length):
        """Normal rows: exactly. For uniform ones a direction is at most (pi e / 2)^(n / 2) times as dense."""
        chance = stats.beta.logsf(checks.dependent(length) ** 2, 0.5, (length - 1) / 2) / math.log(10)
        denser = length / 2 * math.log10(math.pi * math.e / 2)
        assert chance + denser < -19 and checks.dependent(length) < 1

    def test_directions_from_a_cube_are_at_most_that_dense(self):
        """At its corners: (3 n)^(n / 2) times the volume of the unit ball, over that of the cube with variance 1."""
        for n in (3, 10, 100):
            ball = n / 2 * math.log(math.pi) - math.lgamma(n / 2 + 1)
            corner = n / 2 * math.log(3 * n) + ball - n * math.log(2 * math.sqrt(3))
            assert corner <= n / 2 * math.log(math.pi * math.e / 2)

    def test_of_very_short_rows_nothing_can_be_said(self):
        assert checks.dependent(checks.SHORTEST_ROW - 1) == math.inf
        assert checks.largest_correlation(np.ones((1, 5))) == 0
        assert checks.largest_correlation(np.zeros((4, 5))) == 0
