"""Q6: Xavier's initialization, normal."""

from autograder.labs.weight_initialization.initializers import laws
from autograder.labs.weight_initialization.initializers.checks import RandomInitializerChecks


class TestXavierNormal(RandomInitializerChecks):
    function, law = "xavier_normal", laws.xavier_normal
