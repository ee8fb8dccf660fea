"""Mistakes in the experiments of Q8: the Keras model, the paired runs, the comparison."""

from autograder.verdict.mistakes import Misconception

Q8: tuple[Misconception, ...] = ()
