"""Mistakes in the experiments of Q7: second moments, initializers in Keras, the built network."""

from autograder.verdict.mistakes import Misconception

Q7: tuple[Misconception, ...] = ()
