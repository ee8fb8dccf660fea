"""Q5: uniform weights within a limit that is given."""

from autograder.labs.weight_initialization.initializers import laws
from autograder.labs.weight_initialization.initializers.checks import RandomInitializerChecks


class TestRandomUniform(RandomInitializerChecks):
    function, law = "random_uniform", laws.random_uniform
