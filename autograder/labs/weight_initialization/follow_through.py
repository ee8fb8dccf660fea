"""Follow-through: what builds rightly on a helper that is wrong is not counted a second time.

The evidence is what the student's own helper says, asked in the same probe; their code is never looked at.
"""

from typing import Any

from autograder.evidence.answers import Returned
from autograder.verdict.grader import Case, FollowsThrough


def counted_at(*helpers: str) -> FollowsThrough:
    """The pass of a check that is right but for these helpers."""
    named = " and ".join(helpers)
    return FollowsThrough(
        f"This is not right as it stands, but it is right for what your {named} gives. So it costs nothing here: "
        f"the mistake is counted once, at {named}."
    )


def own(case: Case[Any], step: str) -> Any:
    """What a step that asks the student's own helper gave; None if it gave nothing."""
    answer = case.answer(step)
    return answer.value if isinstance(answer, Returned) else None
