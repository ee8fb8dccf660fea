"""nbgrader's gradebook: our reading, execution and scores in its own pipeline.

Whoever imports anything of this package, as nbgrader does where a configuration names something in it, has the guard.
"""

from autograder.gradebook.guard import guard

guard()
