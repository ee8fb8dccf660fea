"""Question 6: Xavier (Glorot) initialization."""

from autograder.graders.initializer_checks import RandomInitializerChecks
from autograder.statistics import laws


class TestXavierNormal(RandomInitializerChecks):
    function, law = "xavier_normal", laws.xavier_normal


class TestXavierUniform(RandomInitializerChecks):
    function, law = "xavier_uniform", laws.xavier_uniform
