"""Mistakes in the experiments of Q5: the sweep of scales, the range that trains."""

from autograder.verdict.mistakes import Misconception

Q5: tuple[Misconception, ...] = ()
