"""Mistakes in the experiments of Q1: the instruments and the comparison of starts."""

from autograder.verdict.mistakes import Misconception

Q1: tuple[Misconception, ...] = ()
