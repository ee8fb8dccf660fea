"""The student library of the miniature lab."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    """A number as strokes."""

    strokes: str
