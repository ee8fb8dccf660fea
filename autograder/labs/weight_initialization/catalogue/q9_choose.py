"""Mistakes in the experiments of Q9: the advice, and the test of it."""

from autograder.verdict.mistakes import Misconception

Q9: tuple[Misconception, ...] = ()
