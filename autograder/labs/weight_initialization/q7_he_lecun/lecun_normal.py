"""Q7: LeCun's initialization, normal."""

from autograder.labs.weight_initialization.initializers import laws
from autograder.labs.weight_initialization.initializers.checks import RandomInitializerChecks


class TestLecunNormal(RandomInitializerChecks):
    function, law = "lecun_normal", laws.lecun_normal
