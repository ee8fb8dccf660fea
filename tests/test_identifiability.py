"""The large kernels of a probe: no two formulas in the catalogue look alike on them."""

from itertools import chain

import numpy as np
import pytest

from autograder.labs.weight_initialization.catalogue import CATALOGUE
from autograder.labs.weight_initialization.initializers import identifiability
from autograder.labs.weight_initialization.initializers.formulas import SLOPE_FORMULAS, formulas
from autograder.labs.weight_initialization.initializers.identifiability import CLEAR
from autograder.labs.weight_initialization.initializers.laws import LAWS, Kernel
from autograder.labs.weight_initialization.initializers.naming import name_scale
from autograder.verdict.statistics.sample_size import draws_needed
from autograder.verdict.statistics.samples import groups_of

SECRETS = range(25)
OTHERS = 25_000  # weights of a probe's small kernels


def kernels_of(function: str, secret: int) -> list[Kernel]:
    return list(identifiability.draw_large(function, np.random.default_rng(secret), OTHERS).values())


@pytest.mark.parametrize("function", LAWS)
class TestKernels:
    def test_tell_all_formulas_apart(self, function):
        for secret in SECRETS:
            assert identifiability.clearness_of(function, kernels_of(function, secret)) >= CLEAR

    def test_hold_the_draws_that_the_error_budget_asks_for(self, function):
        for secret in SECRETS:
            sizes = [kernel.size for kernel in kernels_of(function, secret)]
            assert sum(sizes) + OTHERS >= draws_needed()
            assert min(sizes) >= identifiability.SMALLEST_KERNEL

    def test_are_wide_and_tall_and_a_convolution(self, function):
        for secret in SECRETS:
            wide, tall, convolution = kernels_of(function, secret)
            assert wide.fan_in < wide.fan_out and tall.fan_in > tall.fan_out
            assert len(convolution.shape) == 4 and convolution.fan_in != convolution.fan_out

    def test_every_formula_is_named_by_the_weights_it_gives(self, function):
        rng = np.random.default_rng(0)
        for secret in SECRETS[:5]:
            kernels = kernels_of(function, secret)
            sizes = np.asarray([kernel.size for kernel in kernels])
            groups = groups_of(len(kernels), [], range(len(kernels)))
            candidates = [(f, [f.std(kernel) for kernel in kernels]) for f in formulas(function)]
            for formula, stds in candidates:
                variances = np.asarray(stds) ** 2 * rng.chisquare(sizes) / sizes
                named = name_scale(variances, sizes, groups, candidates, formula.one_sided)
                assert named is not None and named.key == formula.key


def test_leaky_kernels_tell_all_uses_of_the_slope_apart():
    for secret in SECRETS:
        kernels = list(identifiability.draw_large_leaky(np.random.default_rng(secret)).values())
        assert identifiability.clearness_of_slopes(kernels) >= CLEAR


def test_square_kernels_would_not_do():
    """On square kernels He's formula and its fan_out twin are one, as are Xavier's and LeCun's."""
    square = [Kernel((300, 300)), Kernel((200, 200))]
    assert identifiability.clearness_of("he_normal", square) < 0


def test_clearness_is_the_distance_beyond_the_bounds_in_roots_of_surprise():
    """Two standard deviations that differ by e, seen with n draws: e sqrt(n) and the bound's root apart."""
    error, draws = 0.05, 100_000
    apart = identifiability.clearness([1.0], [("wrong", [1 + error])], [draws])
    assert apart == pytest.approx(error * np.sqrt(draws) - np.sqrt(np.log(2 / 0.375e-9)), abs=0.8)


def test_every_formula_is_in_the_catalogue():
    for formula in chain(SLOPE_FORMULAS, *(formulas(function) for function in LAWS)):
        assert formula.key in CATALOGUE


def test_the_search_says_when_it_finds_nothing():
    with pytest.raises(LookupError, match="two formulas of the catalogue may coincide"):
        identifiability._first(lambda: {}, lambda kernels: False)
