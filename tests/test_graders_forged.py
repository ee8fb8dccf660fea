"""Whatever a submission's process claims to have been answered, graders decide in words.

`test_graders_robust` varies what the student's function returns. Who takes over the process can also claim odd
results of the helpers that ran in there, which graders use to describe models, weights and runs.
"""

import pytest

from autograder.evidence.answers import Returned
from autograder.labs.weight_initialization import LAB
from autograder.sandbox.codec import decode, encode
from autograder.sandbox.probes import Call
from autograder.verdict.grader import Case, Grader
from autograder.verdict.judge import judge_case, probe_for
from tests.test_graders_robust import STRANGE


@pytest.mark.parametrize("grader", LAB.graders, ids=lambda g: g.function)
def test_a_strange_claim_is_a_failed_check_with_words(grader: type[Grader]) -> None:
    probe = probe_for(grader, b"forged", "student")
    calls = [step for step, expression in probe.steps.items() if isinstance(expression, Call)]
    for name, value in STRANGE.items():
        claimed = Returned(decode(encode(value)))
        checks = judge_case(grader, Case(grader.function, probe.given, dict.fromkeys(calls, claimed)))
        for check in checks:
            assert check.status != "grader error", f"{name}: {check.name} broke on it ({check.misconception})"
            assert check.status == "passed" or check.message
        assert sum(check.earned for check in checks) < sum(check.points for check in checks)
