"""Judging: what each kind of outcome of a test becomes, for one notebook or many at once."""

import sys
import types

import numpy as np
import pytest

from autograder.verdict import judge
from autograder.evidence.answers import Evidence, Missing, Raised, Returned, Stopped
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.judge import ToBeJudged
from autograder.sandbox.probes import call
from autograder.verdict.verdict import Verdict, say

GRADERS = '''
from autograder.verdict.grader import Grader, Probe, Wrong, needs, points
from autograder.sandbox.probes import call

class TestDouble(Grader):
    notebook, function = "lesson", "double"

    @staticmethod
    def probe(draw):
        number = int(draw.integers(10, 1000))
        return Probe({"one": call("double", number)}, {"number": number})

    @points(1)
    def test_number(self, case):
        """It returns a number."""
        if not isinstance(case.value("one"), int):
            raise Wrong("That is not a number.", "type")

    @points(2)
    @needs("test_number")
    def test_double(self, case):
        """The number is twice the input."""
        if case.value("one") != 2 * case.given["number"]:
            raise Wrong("That is not twice the input.")

    @points(3)
    def test_broken(self, case):
        """A grader that has a fault when it sees 13."""
        if case.value("one") == 13:
            raise KeyError("a hidden value")
'''


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    """The judge with one grader module of our own."""
    path = tmp_path / "q1_double.py"
    path.write_text(GRADERS)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    module = types.ModuleType("q1_double")
    module.__file__ = str(path)
    exec(compile(GRADERS, str(path), "exec"), vars(module))
    monkeypatch.setitem(sys.modules, "q1_double", module)
    monkeypatch.setattr(judge, "grader_modules", lambda: (module,))
    monkeypatch.setattr(judge, "all_graders", lambda: (module.TestDouble,))
    monkeypatch.setattr(judge.graders, "__path__", [str(tmp_path)])
    return module.TestDouble


def decide(answer, student="ada"):
    return judge.judge([ToBeJudged(student, "lesson", Evidence(answers={"double": {"one": answer}}))], b"secret")[0]


def right_answer(grader, student="ada"):
    return Returned(2 * judge.probe_for(grader, b"secret", student).given["number"])


def test_a_right_answer_passes(lesson):
    verdict = decide(right_answer(lesson))
    assert [check.status for check in verdict.checks] == ["passed"] * 3
    assert (verdict.score, verdict.max_score) == (6, 6)


def test_inputs_differ_between_students_and_stay_the_same_for_one(lesson):
    drawn = [judge.probe_for(lesson, b"secret", student).given["number"] for student in "abcdefgh"]
    assert len(set(drawn)) > 4
    assert drawn[0] == judge.probe_for(lesson, b"secret", "a").given["number"]
    assert drawn != [judge.probe_for(lesson, b"other", student).given["number"] for student in "abcdefgh"]


def test_a_wrong_answer_fails_with_its_message(lesson):
    checks = decide(Returned(7)).checks
    assert [check.status for check in checks] == ["passed", "failed", "passed"]
    assert checks[1].message == "That is not twice the input."


def test_a_check_whose_prerequisite_failed_is_skipped_with_the_reason(lesson):
    checks = decide(Returned("seven")).checks
    assert [check.status for check in checks] == ["failed", "skipped", "passed"]
    assert checks[0].misconception == "type"
    assert checks[1].message == "It builds on “It returns a number.”, which did not pass."


def test_a_fault_of_the_grader_is_never_the_students(lesson):
    verdict = decide(Returned(13))
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
def test_no_answer_is_a_failed_check_in_words(lesson, answer, words):
    checks = decide(answer).checks
    assert checks[0].status == "failed" and words in checks[0].message


def test_many_at_once_are_judged_as_each_alone(lesson):
    answers = {"a": Returned(7), "b": Missing("double"), "c": right_answer(lesson, "c"), "d": Returned(13)}
    many = judge.judge(
        [ToBeJudged(s, "lesson", Evidence(answers={"double": {"one": a}})) for s, a in answers.items()], b"secret"
    )
    assert [v.to_json() for v in many] == [decide(a, s).to_json() for s, a in answers.items()]


def test_graders_of_other_notebooks_stay_out(lesson):
    other = judge.judge([ToBeJudged("ada", "another", Evidence())], b"secret")
    assert other[0].checks == ()


def test_the_quick_way_of_calibration_decides_the_same(lesson):
    for answer in (Returned(7), Returned("seven"), Missing("double"), Returned(13), right_answer(lesson)):
        given = judge.probe_for(lesson, b"secret", "ada").given
        assert judge.judge_case(lesson, Case("double", given, {"one": answer})) == decide(answer).checks


def test_a_prerequisite_that_does_not_run_before_is_a_fault_of_the_grader(lesson):
    class TestOdd(Grader):
        notebook, function = "lesson", "odd"

        @points(1)
        @needs("test_later")
        def test_first(self, case):
            """First."""

    assert judge.judge_case(TestOdd, Case("odd", {}, {}))[0].status == "grader error"


def test_verdicts_survive_their_own_record(lesson):
    verdict = decide(Returned("seven"))
    assert Verdict.from_json(verdict.to_json()) == verdict


def test_the_comment_names_each_check_with_its_points(lesson):
    assert say(decide(Returned(7)).checks).splitlines() == [
        "[ok, 1 of 1] It returns a number.",
        "[not yet, 0 of 2] The number is twice the input.",
        "    That is not twice the input.",
        "[ok, 3 of 3] A grader that has a fault when it sees 13.",
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
