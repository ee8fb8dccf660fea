"""Judging: what each kind of outcome of a test becomes, for one notebook or many at once."""

import numpy as np
import pytest

from autograder.evidence.answers import Evidence, Missing, Raised, Returned, Stopped
from autograder.sandbox.probes import call
from autograder.verdict import judge
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.judge import ToBeJudged
from autograder.verdict.session import Session
from autograder.verdict.verdict import Verdict, say
from tests.miniature_lab import LAB

(DOUBLE,) = LAB.graders
SESSION = Session(LAB.graders)


def decide(answer, student="ada"):
    evidence = Evidence(answers={"double": {"one": answer}})
    return SESSION.judge(waiting(student, evidence))


def waiting(student, evidence, notebook="sums"):
    return ToBeJudged(student, notebook, evidence, probes=judge.probes_for(notebook, LAB.graders, b"secret", student))


def given(student="ada", secret=b"secret"):
    return judge.probe_for(DOUBLE, secret, student).given.number


def tally(strokes):
    return Returned({"strokes": "|" * strokes})


def right_answer(student="ada"):
    return tally(2 * given(student))


def test_a_right_answer_passes():
    verdict = decide(right_answer())
    assert [check.status for check in verdict.checks] == ["passed"] * 3
    assert (verdict.score, verdict.max_score) == (6, 6)


def test_inputs_differ_between_students_and_stay_the_same_for_one():
    drawn = [given(student) for student in "abcdefgh"]
    assert len(set(drawn)) > 4
    assert drawn[0] == given("a")
    assert drawn != [given(student, b"other") for student in "abcdefgh"]


def test_a_wrong_answer_fails_with_its_message():
    checks = decide(tally(7)).checks
    assert [check.status for check in checks] == ["passed", "failed", "passed"]
    assert checks[1].message == f"For {given()} it gives 7."
    assert checks[1].misconception == "wrong double"


def test_a_known_mistake_is_named():
    check = decide(tally(given() ** 2)).checks[1]
    assert check.message.endswith("That is its square.") and check.misconception == "squared"


def test_a_check_whose_prerequisite_failed_is_skipped_with_the_reason():
    checks = decide(Returned("seven")).checks
    assert [check.status for check in checks] == ["failed", "skipped", "passed"]
    assert checks[0].misconception == "no tally"
    assert checks[1].message == "It builds on “It returns a Tally.”, which did not pass."


def test_a_fault_of_the_grader_is_never_the_students():
    verdict = decide(tally(13))
    assert verdict.checks[2].status == "grader error"
    assert "hidden value" not in verdict.to_json()
    assert verdict.needs_hand("double")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Missing("double"), "does not define double"),
        (Raised("NotImplementedError", ""), "not written yet"),
        (Raised("ValueError", "no", "return x / 0"), "raised ValueError: no at the line: return x / 0"),
        (Raised("TimeLimit", "did not finish within 5 s"), "a loop that never ends"),
        (Stopped("it crashed (SIGSEGV)"), "no answer from double: it crashed (SIGSEGV)"),
    ],
)
def test_no_answer_is_a_failed_check_in_words(answer, words):
    checks = decide(answer).checks
    assert checks[0].status == "failed" and words in checks[0].message


def test_one_session_judges_many_as_each_alone():
    answers = {"a": tally(7), "b": Missing("double"), "c": right_answer("c"), "d": tally(13)}
    many = [SESSION.judge(waiting(s, Evidence(answers={"double": {"one": a}}))) for s, a in answers.items()]
    SESSION.judge(waiting("e", Evidence(), "another"))
    assert [v.to_json() for v in many] == [decide(a, s).to_json() for s, a in answers.items()]


def test_graders_of_other_notebooks_stay_out():
    assert SESSION.judge(waiting("ada", Evidence(), "another")).checks == ()


def test_the_quick_way_of_calibration_decides_the_same():
    for answer in (tally(7), Returned("seven"), Missing("double"), tally(13), right_answer()):
        probe = judge.probe_for(DOUBLE, b"secret", "ada")
        assert judge.judge_case(DOUBLE, Case("double", probe.given, {"one": answer})) == decide(answer).checks


def test_a_prerequisite_that_does_not_run_before_is_a_fault_of_the_grader():
    class TestOdd(Grader):
        notebook, function = "sums", "odd"

        @points(1)
        @needs("test_later")
        def test_first(self, case):
            """First."""

    assert judge.judge_case(TestOdd, Case("odd", {}, {}))[0].status == "grader error"


def test_verdicts_survive_their_own_record():
    verdict = decide(Returned("seven"))
    assert Verdict.from_json(verdict.to_json()) == verdict


def test_the_comment_names_each_check_with_its_points():
    assert say(decide(tally(7)).checks).splitlines() == [
        "[ok, 1 of 1] It returns a Tally.",
        "[not yet, 0 of 2] The tally is twice the number.",
        f"    For {given()} it gives 7.",
        "[ok, 3 of 3] A grader that has a fault where it sees 13 strokes.",
    ]


def test_an_array_is_asked_for_in_words():
    case = Case("f", {}, {"x": Returned(None), "y": Returned([1]), "z": Returned(np.ones(2))})
    with pytest.raises(Wrong, match="return statement missing"):
        case.array("x")
    with pytest.raises(Wrong, match="it returned a list"):
        case.array("y")
    assert case.array("z").sum() == 2


def test_probes_are_data():
    assert Probe({"a": call("f", 1)}).steps["a"].args == (1,)


def test_graders_that_cannot_be_imported_are_said(tmp_path, monkeypatch):
    broken = tmp_path / "broken.py"
    broken.write_text("import no_such_module")
    monkeypatch.setattr("autograder.verdict.session.inspect.getfile", lambda grader: str(broken))
    with pytest.raises(RuntimeError, match="graders could not be"):
        Session(LAB.graders)


def test_whoever_changes_a_line_gets_other_inputs():
    first, again, other = (
        judge.probe_for(DOUBLE, b"secret", "ada", digest).given.number for digest in ("one", "one", "two")
    )
    assert first == again != other
