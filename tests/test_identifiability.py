"""The probes' kernels: no two formulas in the catalogue look alike on them, and there are draws enough."""

import math
from itertools import chain

import numpy as np
import pytest

from autograder.labs.weight_initialization.catalogue import CATALOGUE
from autograder.labs.weight_initialization.initializers import identifiability
from autograder.labs.weight_initialization.initializers.formulas import SLOPE_FORMULAS, formulas
from autograder.labs.weight_initialization.initializers.laws import LAWS, Kernel
from autograder.labs.weight_initialization.initializers.naming import name_scale
from autograder.verdict.statistics.sample_size import draws_needed

SECRETS = range(25)


def kernels_of(function: str, secret: int) -> list[Kernel]:
    return list(identifiability.draw_kernels(function, np.random.default_rng(secret)).values())


@pytest.mark.parametrize("function", LAWS)
class TestKernels:
    def test_tell_all_formulas_apart(self, function):
        for secret in SECRETS:
            rows = identifiability.predictions(function, kernels_of(function, secret))
            assert len(rows) > 15
            for i, row in enumerate(rows):
                for other in rows[:i]:
                    assert max(abs(math.log(a / b)) for a, b in zip(row, other, strict=True)) >= 0.04

    def test_hold_the_draws_that_the_error_budget_asks_for(self, function):
        for secret in SECRETS:
            sizes = [kernel.size for kernel in kernels_of(function, secret)]
            assert sum(sizes) - len(sizes) >= draws_needed()
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
            sizes = [kernel.size for kernel in kernels]
            candidates = [(f, [f.std(kernel) for kernel in kernels]) for f in formulas(function)]
            for formula, stds in candidates:
                spreads = zip(stds, sizes, strict=True)
                variances = [std**2 * rng.chisquare(n - 1) / (n - 1) for std, n in spreads]
                named = name_scale(variances, sizes, candidates, formula.one_sided)
                assert named is not None and named.key == formula.key


def test_leaky_kernels_tell_all_uses_of_the_slope_apart():
    for secret in SECRETS:
        kernels = list(identifiability.draw_leaky_kernels(np.random.default_rng(secret)).values())
        rows = identifiability.slope_predictions(kernels)
        assert identifiability.separation(rows) >= identifiability.SEPARATION
        assert min(kernel.size for kernel in kernels) >= 25_000


def test_square_kernels_would_not_do():
    """On square kernels He's formula and its fan_out twin are one, as are Xavier's and LeCun's."""
    square = [Kernel((300, 300)), Kernel((200, 200))]
    assert identifiability.separation(identifiability.predictions("he_normal", square)) == 0


def test_every_formula_is_in_the_catalogue():
    for formula in chain(SLOPE_FORMULAS, *(formulas(function) for function in LAWS)):
        assert formula.key in CATALOGUE


def test_the_search_says_when_it_finds_nothing():
    with pytest.raises(LookupError, match="two formulas of the catalogue may coincide"):
        identifiability._first(lambda: {}, lambda kernels: False)
