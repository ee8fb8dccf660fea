"""The reference solutions as syntax trees, cut out of the masters' cells."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from autograder.labs.weight_initialization import LAB
from autograder.submission.release import notebook_from
from tests.bank.local import graders

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"  # nbgrader's markers


@dataclass(frozen=True)
class Solution:
    """The cell that defines one graded function, and which of its lines students are to write."""

    function: str
    notebook: str
    source: str
    lines: frozenset[int]  # of the source, counted from 1

    def tree(self) -> ast.Module:
        """A new syntax tree of the cell."""
        return ast.parse(self.source)


@cache
def solutions() -> Mapping[str, Solution]:
    """Function -> its solution, in the order of the graders."""
    found = {solution.function: solution for solution in _read()}
    return {function: found[function] for function in graders()}


def _read() -> Iterator[Solution]:
    for master in sorted(LAB.masters.glob("part*.py")):
        for cell in notebook_from(master).cells:
            function = cell.metadata.get("nbgrader", {}).get("grade_id", "")
            if cell.cell_type == "code" and function in graders():
                yield Solution(function, master.stem, cell.source, frozenset(_solved(cell.source)))


def _solved(source: str) -> Iterator[int]:
    inside = False
    for number, line in enumerate(source.splitlines(), 1):
        inside = BEGIN in line or (inside and END not in line)
        if inside:
            yield number
