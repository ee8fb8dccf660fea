"""The lab's catalogue: every mistake that its graders name, and what to tell whoever makes it.

A file for each question holds what its graders alone name, `initializers` what the initializers and others share.
"""

from types import MappingProxyType

from autograder.labs.weight_initialization.catalogue.initializers import INITIALIZERS
from autograder.labs.weight_initialization.catalogue.q1_why_care import Q1
from autograder.labs.weight_initialization.catalogue.q2_what_goes_wrong import Q2
from autograder.labs.weight_initialization.catalogue.q3_variance import Q3
from autograder.labs.weight_initialization.catalogue.q4_zero_constant import Q4
from autograder.labs.weight_initialization.catalogue.q5_random import Q5
from autograder.labs.weight_initialization.catalogue.q6_xavier import Q6
from autograder.labs.weight_initialization.catalogue.q7_he_lecun import Q7
from autograder.labs.weight_initialization.catalogue.q8_iris import Q8
from autograder.labs.weight_initialization.catalogue.q9_choose import Q9
from autograder.verdict.common import COMMON

OWN = (*INITIALIZERS, *Q1, *Q2, *Q3, *Q4, *Q5, *Q6, *Q7, *Q8, *Q9)
# what a lab says of a common mistake is better than what any lab could say
CATALOGUE = MappingProxyType({entry.key: entry for entry in (*COMMON, *OWN)})


def tells(key: str) -> str:
    """What to tell the student about a mistake."""
    return CATALOGUE[key].text
