"""The calibration of the experiments: what it grades, what it calls a difference, and what it reports."""

import pytest

from autograder.verdict.verdict import Check
from tests import calibrate_experiments as calibrate
from tests.bank.experiments.entry import Expected
from tests.bank.local import graders

FUNCTIONS = [
    pytest.param(name, marks=pytest.mark.slow if grader.notebook != "part1_understanding" else ())
    for name, grader in graders().items()
]


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(("name", "full"), [("reference", True), ("release", False)])
def test_the_reference_gets_full_points_and_the_release_none(function, name, full):
    (graded,) = calibrate.grade(calibrate.Task(calibrate.Answer(function, name), range(1)))
    assert (graded.full, graded.right, graded.differs) == (full, full, "")


@pytest.mark.slow
def test_every_grader_and_every_answer_of_the_bank_is_graded_at_each_secret():
    gradings: dict[calibrate.Answer, int] = {}
    for task in calibrate.tasks(secrets=25, bank_secrets=12):
        gradings[task.answer] = gradings.get(task.answer, 0) + len(task.secrets)
    assert {answer.function for answer in gradings} == set(graders())
    assert {count for answer, count in gradings.items() if answer.name == "reference"} == {25}
    assert {count for answer, count in gradings.items() if answer.name != "reference"} == {12}
    assert sum(answer.name not in ("reference", "release") for answer in gradings) >= 22 * 9


CHECKS = (
    Check("fans", "test_one", "one", 1, "failed", "It is twice as large."),
    Check("fans", "test_two", "two", 1, "passed"),
)


@pytest.mark.parametrize(
    ("stated", "checks", "words"),
    [
        (Expected(frozenset({"test_one"}), "twice"), CHECKS, ""),
        (Expected(frozenset({"test_one"}), "half"), CHECKS, "should hold: half"),
        (Expected(frozenset({"test_two"}), "twice"), CHECKS, "did not pass: test_one; should not: test_two"),
        (Expected(), CHECKS, "should not: nothing"),
        (None, CHECKS, "should not: test_one, test_two"),
        (Expected(), (Check("fans", "test_one", "one", 1, "grader error"),), "the grader itself failed"),
    ],
)
def test_a_difference_is_told_in_words(stated, checks, words):
    found = calibrate.difference(stated, checks)
    assert words in found and bool(found) == bool(words)


def test_the_report_counts_and_lists_what_differs():
    reference, wrong = calibrate.Answer("fans", "reference"), calibrate.Answer("fans", "swapped")
    graded = [
        calibrate.Graded(reference, right=True, full=True, differs=""),
        calibrate.Graded(reference, right=True, full=False, differs="secret 7: did not pass: test_dense"),
        calibrate.Graded(wrong, right=False, full=False, differs=""),
    ]
    text = calibrate.report(graded)
    assert "| `fans` | 1 of 2 (< 0.97) | none | none | 0 of 1 (< 0.95) | 1 of 3 (< 0.86) |" in text
    assert "- `fans`, reference, secret 7: did not pass: test_dense" in text


def test_the_bound_is_exact_where_it_can_be_checked_by_hand():
    """None of n: the rate at which that happens with probability 5 %, (1 - p)^n = .05."""
    assert calibrate.upper(0, 200) == pytest.approx(1 - 0.05 ** (1 / 200))


@pytest.mark.parametrize(("differs", "code"), [("", 0), ("secret 0: did not pass: test_counts", 1)])
def test_the_command_fails_if_anything_differs(monkeypatch, tmp_path, differs, code):
    graded = calibrate.Graded(calibrate.Answer("fans", "reference"), True, not differs, differs)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
    monkeypatch.setattr(calibrate, "tasks", lambda secrets, bank_secrets: iter(()))
    monkeypatch.setattr(calibrate, "run", lambda todo, processes: iter([graded]))
    assert calibrate.main(["--folder", str(tmp_path)]) == code
    assert "`fans`" in (tmp_path / "experiments.md").read_text(encoding="utf-8")
