"""Mistakes in the experiments of Q6: variances layer by layer."""

from autograder.verdict.mistakes import Misconception

Q6: tuple[Misconception, ...] = ()
