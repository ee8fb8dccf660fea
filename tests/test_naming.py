"""Naming a mistake: only if one formula fits, and never if none or two do."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.labs.weight_initialization.initializers import identifiability
from autograder.labs.weight_initialization.initializers.formulas import Formula, formulas
from autograder.labs.weight_initialization.initializers.laws import LAWS
from autograder.labs.weight_initialization.initializers.naming import name_scale, table
from autograder.verdict.statistics.samples import groups_of

SIZES = np.asarray([50_000, 52_000, 54_000])
GROUPS = groups_of(3, [], range(3))


def wrong(key: str, std: float, one_sided: bool = False) -> tuple[Formula, list[float]]:
    return Formula(key, key, lambda kernel: std, one_sided), [std] * 3


def named_by(variances: list[float], candidates: list, one_sided: bool = False) -> Formula | None:
    return name_scale(np.asarray(variances), SIZES, GROUPS, candidates, one_sided)


class TestNameScale:
    def test_names_the_formula_that_fits(self):
        named = named_by([0.0101] * 3, [wrong("a tenth", 0.1), wrong("a fifth", 0.2)])
        assert named is not None and named.key == "a tenth"

    def test_names_none_if_none_fits(self):
        assert named_by([0.0225] * 3, [wrong("a tenth", 0.1), wrong("a fifth", 0.2)]) is None

    def test_names_none_if_one_kernel_does_not_fit(self):
        assert named_by([0.01, 0.01, 0.011], [wrong("a tenth", 0.1)]) is None

    def test_names_none_if_two_explanations_fit(self):
        assert named_by([0.01] * 3, [wrong("a tenth", 0.1), wrong("nearly", 0.1002)]) is None

    def test_two_ways_to_the_same_mistake_are_one_explanation(self):
        named = named_by([0.01] * 3, [wrong("a tenth", 0.1002), wrong("a tenth", 0.1)])
        assert named is not None and named.text == "a tenth"

    @pytest.mark.parametrize(("one_sided", "key"), [(True, "from 0"), (False, "around 0")])
    def test_signs_decide_between_formulas_of_one_size(self, one_sided, key):
        candidates = [wrong("around 0", 0.1), wrong("from 0", 0.1, one_sided=True)]
        named = named_by([0.01] * 3, candidates, one_sided)
        assert named is not None and named.key == key

    def test_other_formulas_are_asked_where_no_one_sided_one_fits(self):
        candidates = [wrong("around 0", 0.1), wrong("from 0", 0.3, one_sided=True)]
        named = named_by([0.01] * 3, candidates, one_sided=True)
        assert named is not None and named.key == "around 0"


@settings(max_examples=60, deadline=None, derandomize=True)
@given(function=st.sampled_from(sorted(LAWS)), secret=st.integers(0, 20), factor=st.floats(0.05, 20))
def test_a_scale_unlike_every_formula_gets_no_name(function, secret, factor):
    rng = np.random.default_rng(secret)
    kernels = list(identifiability.draw_large(function, rng, 25_000).values())
    sizes = np.asarray([kernel.size for kernel in kernels])
    candidates = [(f, [f.std(kernel) for kernel in kernels]) for f in formulas(function)]
    stds = [factor * LAWS[function].std(kernel) for kernel in kernels]
    near = [f for f, predicted in candidates if np.allclose(np.log(predicted), np.log(stds), atol=0.03)]
    variances = np.asarray(stds) ** 2 * rng.chisquare(sizes) / sizes
    named = name_scale(variances, sizes, GROUPS, candidates)
    assert named is None or named in near


def test_table_puts_measured_beside_expected():
    assert table(["kernel (3, 4)"], [0.05], [0.1]) == "  kernel (3, 4): std 0.05, expected 0.1 (ratio 0.500)"
