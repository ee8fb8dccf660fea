"""Q7: He's initialization, normal."""

from autograder.labs.weight_initialization.initializers import laws
from autograder.labs.weight_initialization.q7_he_lecun.he_checks import HeChecks


class TestHeNormal(HeChecks):
    function, law = "he_normal", laws.he_normal
