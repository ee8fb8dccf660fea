"""Mutants of the reference solutions: the table fits what is generated, and a sample of them is judged."""

import ast
import hashlib
from functools import cache

import pytest

from tests.blind.answers import answers
from tests.conftest import REPOSITORY
from tests.mutants import generation, report, self_checks, table
from tests.mutants.generation import all_mutants, change, mutants_of
from tests.mutants.judging import Judged, judged
from tests.mutants.same import differs_at
from tests.mutants.solutions import solutions

ONE_IN = 40  # of the mutants, whatever their names: about 10 seconds
SLOW = ("build_model", "build_network", "LabInitializer", "compare_convergence", "diagnose")  # sampled less


def in_sample(mutant: generation.Mutant) -> bool:
    """Whether a mutant is in the sample: by its name, so that it does not depend on others."""
    every = ONE_IN * (4 if mutant.function in SLOW else 1)
    return int(hashlib.sha256(mutant.name.encode()).hexdigest(), 16) % every == 0


@cache
def judged_sample() -> list[Judged]:
    return [judged(mutant, 1) for mutant in all_mutants() if in_sample(mutant)]


@pytest.mark.slow
def test_a_sample_of_mutants_loses_points_or_stands_in_the_table():
    found = judged_sample()
    assert len(found) > 60
    assert list(report.problems(found, table.survivors(), whole=False)) == []


@pytest.mark.slow
def test_what_a_self_check_calls_right_is_right():
    found = [self_checks.Compared(one, self_checks.refusal(one.cell)) for one in judged_sample()]
    assert sum(not one.judged.lives for one in found) > 60
    assert list(self_checks.problems(found, table.survivors())) == []


@pytest.mark.slow
def test_a_right_answer_passes_its_self_check():
    right = [answer for answer in answers() if answer.right and answer.function not in SLOW][::4]
    assert len(right) > 60
    assert [(each.name, said) for each in right if (said := self_checks.refusal(each))] == []


@pytest.mark.slow
def test_the_table_names_mutants_that_are_generated_each_once():
    assert list(table.stale(mutant.row for mutant in all_mutants())) == []
    assert list(table.doubled()) == []


@pytest.mark.slow
def test_the_readme_has_the_table_of_all_functions():
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    missing = [row for row in report.summary(all_mutants(), table.survivors()) if row not in readme]
    assert missing == [], "python -m tests.mutants --summary"


def test_a_reason_is_short_and_few_are_left_open():
    rows = table.survivors().values()
    assert all(row.reason and len(row.reason) <= 240 for row in rows)  # two lines
    assert sum(row.kind in ("open", "chance") for row in rows) <= 0.02 * 6000


def test_every_graded_function_has_a_solution_that_is_mutated():
    assert all(solution.lines for solution in solutions().values())
    assert all(len(mutants_of(function)) >= 7 for function in ("zeros", "fans", "distinct_units"))


@pytest.mark.parametrize("function", ["fans", "distinct_units", "range_that_trains"])
def test_mutants_are_programs_that_differ_from_the_solution_and_each_other(function):
    trees = [ast.dump(ast.parse(mutant.source)) for mutant in mutants_of(function)]
    assert len(set(trees)) == len(trees)
    assert ast.dump(ast.parse(ast.unparse(solutions()[function].tree()))) not in trees
    assert len({mutant.name for mutant in mutants_of(function)}) == len(trees)


def test_known_mistakes_are_among_them():
    sources = "\n".join(mutant.source for mutant in mutants_of("distinct_units"))
    assert "for unit in kernel:" in sources  # rows for columns
    assert "all((np.abs(unit - other)" in sources
    assert "1e-06 * kernel.max()" in sources


def test_a_change_is_told_on_one_line():
    assert change("def f(x):\n    return x + 1", "def f(x):\n    return x - 1") == "return x + 1 → return x - 1"
    assert change("a\nb", "a") == "b → (nothing)"


def test_what_is_the_same_on_generated_inputs_is_told_from_what_is_not():
    by_change = {mutant.change: mutant for mutant in mutants_of("range_that_trains")}
    backwards = next(mutant for text, mutant in by_change.items() if "[::-1]" in text)
    exclusive = next(mutant for text, mutant in by_change.items() if "loss < level" in text)
    assert differs_at(backwards, inputs=300) is None
    assert differs_at(exclusive, inputs=300) is not None
