"""Known mistakes: what students are told about each, and the wrong formulas that give them away."""

from autograder.misconceptions.catalogue import CATALOGUE, Misconception, tells

__all__ = ["CATALOGUE", "Misconception", "tells"]
