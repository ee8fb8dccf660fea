"""The contract holds the tasks' whole text, and every check stands in it."""

from itertools import groupby

import pytest

from autograder.labs.weight_initialization import LAB
from autograder.verdict import judge
from tests.contract.contract import Task, plain, statements, tasks

CHECKS = {f"{grader.function}.{name}" for grader in LAB.graders for name in judge.tests_of(grader)}
PAIRS = [
    (task, tuple(stated))
    for task, (_, stated) in zip(tasks(), groupby(statements(), lambda s: (s.notebook, s.stubs)), strict=True)
]


@pytest.mark.parametrize(("task", "stated"), PAIRS, ids=[" ".join(task.stubs) or task.notebook for task, _ in PAIRS])
def test_the_contract_is_the_tasks_text_word_for_word(task: Task, stated):
    assert [statement.stubs for statement in stated] == [task.stubs] * len(stated)
    assert plain(" ".join(statement.says for statement in stated)) == task.text


@pytest.mark.parametrize("statement", statements(), ids=lambda s: f"{' '.join(s.stubs)}: {s.says[:60]}")
def test_a_statement_is_held_by_checks_or_says_why_none_has_to(statement):
    assert bool(statement.held) != bool(statement.because)
    assert set(statement.held) <= CHECKS
    assert "not held" not in statement.because.lower()


def test_every_check_holds_something_that_is_stated():
    assert {check for statement in statements() for check in statement.held} == CHECKS
