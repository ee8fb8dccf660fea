"""Q6: Xavier's initialization, uniform."""

from autograder.labs.weight_initialization.initializers import laws
from autograder.labs.weight_initialization.initializers.checks import RandomInitializerChecks


class TestXavierUniform(RandomInitializerChecks):
    function, law = "xavier_uniform", laws.xavier_uniform
