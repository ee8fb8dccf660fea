"""What keeps a course from being graded, in words for the instructor."""

from dataclasses import dataclass


class NotReady(Exception):
    """The course folder is not in order; the message says what is missing and what to do."""


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be: what, why it matters, and what mends it; each a sentence or command."""

    what: str
    why: str
    mend: str
