"""Q5: normal weights with a standard deviation that is given."""

from autograder.labs.weight_initialization.initializers import laws
from autograder.labs.weight_initialization.initializers.checks import RandomInitializerChecks


class TestRandomNormal(RandomInitializerChecks):
    function, law = "random_normal", laws.random_normal
