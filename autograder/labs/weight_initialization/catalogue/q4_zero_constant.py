"""Mistakes in the experiments of Q4: the symmetry experiment."""

from autograder.verdict.mistakes import Misconception

Q4: tuple[Misconception, ...] = ()
