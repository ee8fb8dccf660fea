"""Question 5: random initialization with a scale that is given."""

from autograder.graders.initializer_checks import RandomInitializerChecks
from autograder.statistics import laws


class TestRandomNormal(RandomInitializerChecks):
    function, law = "random_normal", laws.random_normal


class TestRandomUniform(RandomInitializerChecks):
    function, law = "random_uniform", laws.random_uniform
