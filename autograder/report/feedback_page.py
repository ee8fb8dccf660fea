"""The feedback page of one notebook: what it earned, what to look at first, and each question with its checks.

It is made of the autograded notebook and the gradebook alone, needs no program and no network to be read, and shows a
student's text only where it cannot be taken for the grader's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, Template
from nbformat import NotebookNode

from autograder.report import markdown
from autograder.report.cell_outputs import CHECKS
from autograder.report.grades import Grade, Grades
from autograder.report.pictures import histogram_svg
from autograder.submission.reading import GRADER, LAB, WHOSE
from autograder.verdict.verdict import Check, checks_from

FIRST = 3  # checks to look at first
HEADING = re.compile(r"^(#{1,3}) +(.+?) *#*$", re.MULTILINE)
WORDS = {"passed": "passed", "failed": "not yet", "skipped": "skipped", "grader error": "by hand"}


@dataclass(frozen=True)
class Block:
    """One thing on the page, in the notebook's order."""

    kind: str  # "code", "words", "notice", "checks"
    html: str = ""  # rendered Markdown
    source: str = ""
    outputs: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    name: str = ""  # grade_id of what is graded, without `test_`
    grade: Grade | None = None
    comment: str = ""


@dataclass(frozen=True)
class Question:
    """What stands under one heading of the lab's."""

    title: str
    blocks: tuple[Block, ...] = field(default=())

    @property
    def graded(self) -> tuple[Block, ...]:
        """The blocks with points."""
        return tuple(block for block in self.blocks if block.grade is not None)

    @property
    def score(self) -> float:
        """Points it earned."""
        return sum(block.grade.score for block in self.graded if block.grade)

    @property
    def max_score(self) -> float:
        """Points there are."""
        return sum(block.grade.max_score for block in self.graded if block.grade)

    @property
    def by_hand(self) -> int:
        """How many of its cells a person has still to grade."""
        return sum(block.grade.by_hand for block in self.graded if block.grade)


def feedback_page(notebook: NotebookNode, name: str, grades: Grades, plain: bool = False) -> str:
    """The page as HTML; `plain` shows what students wrote in words as it was written, which costs next to nothing."""
    questions = tuple(q for q in _questions(notebook, grades, plain) if q.blocks)
    lost = sorted(_lost(questions), key=lambda found: -found[1].points)
    return _template().render(
        name=name,
        grades=grades,
        questions=questions,
        first=lost[:FIRST],
        by_hand=sum(question.by_hand for question in questions),
        words=WORDS,
        picture=histogram_svg,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("autograder", "report"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["points"] = lambda points: f"{points:g}"
    return environment.get_template("feedback_page.html.j2")


def _lost(questions: tuple[Question, ...]) -> Iterator[tuple[Block, Check]]:
    """Checks that cost points by themselves, each with its block."""
    for question in questions:
        for block in question.blocks:
            yield from ((block, check) for check in block.checks if check.status == "failed")


def _questions(notebook: NotebookNode, grades: Grades, plain: bool) -> Iterator[Question]:
    current = Question("")
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.metadata.get(WHOSE) == LAB:
            for level, title in HEADING.findall(cell.source):
                if len(level) == 2:
                    yield current
                    current = Question(title)
        elif (block := _block(cell, grades, plain)) is not None:
            current = replace(current, blocks=(*current.blocks, block))
    yield current


def _block(cell: NotebookNode, grades: Grades, plain: bool) -> Block | None:
    """What a cell adds to the page; None for what is the lab's own."""
    of_nbgrader: Mapping[str, Any] = cell.metadata.get("nbgrader", {})
    grade_id = of_nbgrader.get("grade_id", "")
    grade = grades.cells.get(grade_id) if of_nbgrader.get("grade") else None
    comment = markdown.ours(said) if (said := grades.comments.get(grade_id, "")) else ""
    if cell.cell_type == "markdown":
        if cell.metadata.get(WHOSE) == GRADER:
            return Block("notice", markdown.ours(cell.source))
        html = markdown.box(cell.source, cell.get("attachments", {}), plain)
        return Block("words", html, name=grade_id, grade=grade, comment=comment)
    for output in cell.outputs:
        if CHECKS in output.get("data", {}):
            checks = checks_from(output.data[CHECKS])
            return Block("checks", checks=checks, name=grade_id.removeprefix("test_"), grade=grade)
    outputs = tuple(text for output in cell.outputs if (text := _text_of(output)).strip())
    if of_nbgrader.get("locked") and not outputs and grade is None:
        return None
    return Block("code", "", cell.source, outputs, name=grade_id, grade=grade, comment=comment)


def _text_of(output: NotebookNode) -> str:
    return output.text if output.output_type == "stream" else "\n".join(output.get("traceback", ()))
