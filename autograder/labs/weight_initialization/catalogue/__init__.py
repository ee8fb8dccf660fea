"""The lab's catalogue: every mistake that its graders name, and what to tell whoever makes it."""

from types import MappingProxyType

from autograder.labs.weight_initialization.catalogue.initializers import INITIALIZERS

CATALOGUE = MappingProxyType({entry.key: entry for entry in INITIALIZERS})


def tells(key: str) -> str:
    """What to tell the student about a mistake."""
    return CATALOGUE[key].text
