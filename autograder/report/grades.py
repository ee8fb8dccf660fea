"""What the gradebook says of one notebook, as the feedback page needs it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Grade:
    """One graded cell."""

    score: float
    max_score: float
    by_hand: bool = False  # a person has still to look


@dataclass(frozen=True)
class Grades:
    """One notebook of one submission, and the submission's total; all points before a penalty for being late."""

    cells: Mapping[str, Grade]  # by grade_id
    comments: Mapping[str, str]  # by grade_id of the solution
    submission_score: float  # of all notebooks
    submission_max: float
    late_penalty: float = 0.0

    @property
    def score(self) -> float:
        """Points of the notebook."""
        return sum(grade.score for grade in self.cells.values())

    @property
    def max_score(self) -> float:
        """Points there are in the notebook."""
        return sum(grade.max_score for grade in self.cells.values())
