"""The laws: published formulas, in numbers worked out by hand."""

import math

import numpy as np
import pytest
from scipy import integrate, stats

from autograder.labs.weight_initialization.initializers.laws import LAWS, Kernel, fans
from autograder.verdict.statistics.families import NORMAL, TRUNCATED, UNIFORM, Family

FAMILIES = (NORMAL, UNIFORM, TRUNCATED)


@pytest.mark.parametrize(
    ("shape", "expected"),
    [((300, 100), (300, 100)), ((100, 300), (100, 300)), ((3, 5, 8, 16), (120, 240)), ((1, 1, 7, 9), (7, 9))],
)
def test_fans_count_the_receptive_field(shape, expected):
    assert fans(shape) == expected


@pytest.mark.parametrize(
    ("function", "shape", "arguments", "variance"),
    [
        ("random_normal", (300, 100), {}, 0.0025),
        ("random_normal", (300, 100), {"std": 0.3}, 0.09),
        ("random_uniform", (300, 100), {}, 0.0025 / 3),
        ("xavier_normal", (300, 100), {}, 1 / 200),
        ("xavier_uniform", (100, 300), {}, 1 / 200),
        ("xavier_normal", (3, 5, 8, 16), {}, 1 / 180),
        ("he_normal", (300, 100), {}, 1 / 150),
        ("he_uniform", (300, 100), {}, 1 / 150),
        ("he_normal", (300, 100), {"negative_slope": 0.5}, 1 / 187.5),
        ("he_uniform", (3, 5, 8, 16), {"negative_slope": 1.0}, 1 / 120),
        ("lecun_normal", (300, 100), {}, 1 / 300),
        ("lecun_normal", (3, 5, 8, 16), {}, 1 / 120),
    ],
)
def test_variance_is_the_published_one(function, shape, arguments, variance):
    assert LAWS[function].std(Kernel(shape, arguments)) ** 2 == pytest.approx(variance)


@pytest.mark.parametrize("function", [name for name, law in LAWS.items() if law.family is UNIFORM])
def test_a_uniform_law_states_its_limit(function):
    kernel = Kernel((300, 100), {"limit": 0.2} if function == "random_uniform" else {})
    law = LAWS[function]
    assert law.stated(kernel) == pytest.approx(math.sqrt(3) * law.std(kernel))


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
class TestFamily:
    @staticmethod
    def reach(family: Family) -> float:
        return min(family.limit, 12.0)

    def moment(self, family: Family, order: int) -> float:
        reach = self.reach(family)
        return integrate.quad(lambda x: x**order * float(family.pdf(np.asarray(x))), -reach, reach)[0]

    def test_density_has_mass_and_variance_one(self, family):
        assert self.moment(family, 0) == pytest.approx(1)
        assert self.moment(family, 2) == pytest.approx(1)

    def test_kurtosis_is_the_fourth_moment(self, family):
        assert self.moment(family, 4) == pytest.approx(family.kurtosis)

    def test_distribution_function_is_the_integral_of_the_density(self, family):
        points = np.linspace(-self.reach(family), self.reach(family), 7)
        integrals = [
            integrate.quad(lambda x: float(family.pdf(np.asarray(x))), points[0], point)[0] for point in points
        ]
        assert np.allclose(family.cdf(points) - family.cdf(points[:1]), integrals, atol=1e-7)

    def test_steepness_is_the_largest_of_x_times_density(self, family):
        x = np.linspace(0, self.reach(family), 200_001)
        assert np.max(x * family.pdf(x)) == pytest.approx(family.steepness, rel=1e-6)


def test_truncated_law_is_the_one_keras_draws():
    """Cut at two deviations and rescaled: Keras divides by 0.87962566103423978."""
    assert TRUNCATED.limit == pytest.approx(2 / 0.87962566103423978)
    assert stats.truncnorm.std(-2, 2) == pytest.approx(0.87962566103423978)
