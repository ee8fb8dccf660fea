"""The lab's catalogue: every mistake that its graders name, and what to tell whoever makes it.

A file for each question holds what its graders alone name, `initializers` what the initializers and others share.
"""

from types import MappingProxyType

from autograder.labs.weight_initialization.catalogue.initializers import INITIALIZERS
from autograder.labs.weight_initialization.catalogue.q2_what_goes_wrong import Q2
from autograder.verdict.common import COMMON

OWN = (*INITIALIZERS, *Q2)
# what a lab says of a common mistake is better than what any lab could say
CATALOGUE = MappingProxyType({entry.key: entry for entry in (*COMMON, *OWN)})


def tells(key: str) -> str:
    """What to tell the student about a mistake."""
    return CATALOGUE[key].text
