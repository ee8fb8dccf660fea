"""Mistakes in the experiments of Q3: predicted and measured moments, the steady variance."""

from autograder.verdict.mistakes import Misconception

Q3: tuple[Misconception, ...] = ()
