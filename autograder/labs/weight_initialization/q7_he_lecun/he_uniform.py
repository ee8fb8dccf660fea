"""Q7: He's initialization, uniform."""

from autograder.labs.weight_initialization.initializers import laws
from autograder.labs.weight_initialization.q7_he_lecun.he_checks import HeChecks


class TestHeUniform(HeChecks):
    function, law = "he_uniform", laws.he_uniform
