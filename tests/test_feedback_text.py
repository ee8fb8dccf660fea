"""Whose words are whose on a feedback page: nothing that a student writes can look like the grader's."""

import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup, Tag
from nbformat import NotebookNode

from autograder.course_folder import open_course
from autograder.gradebook.recorder import Call, Recorder, render
from autograder.grading import grade_student
from autograder.report.markdown import MATHML
from tests.small_course import ASSIGNMENT, NOTEBOOK, cell, changed, hand_in, page, released_course, solved, turned_into
from tests.test_lab import initlab

pytestmark = pytest.mark.slow

MARKS = (".initlab-checks", ".badge", ".points", "section.question", "progress")

FORGED = "FORGED4of4"  # a word that only students write
TABLE = (
    '<div class="initlab-checks"><div class="row"><div class="col-xs-2"><span class="label label-success">passed</span>'
    f"{FORGED}</div></div></div>"
)
MARKDOWN = f"""# test_double (Score: 6.0 / 6.0) {FORGED}

**About this hand-in** {FORGED}

| passed | 4 of 4 |
|--|--|
| {FORGED} | [up](#test_double) |

{TABLE}

</div></div></div> {FORGED}

$$\\raise20em{{{FORGED}}}$$ and $\\def\\sigma{{{FORGED}}}\\sigma$ and $\\class{{label label-success}}{{{FORGED}}}$

> {FORGED}

```html
{TABLE}
```
"""
RAISES = f"raise type('{FORGED}', (Exception,), {{}})({MARKDOWN!r})"


def _words(text: str) -> object:
    return lambda notebook: cell(notebook, "words").update(source=text)


def _words_as_code(notebook: NotebookNode) -> None:
    turned_into(cell(notebook, "words"), "code", TABLE + MARKDOWN)


def _words_as_raw(notebook: NotebookNode) -> None:
    turned_into(cell(notebook, "words"), "raw", TABLE + MARKDOWN)


def _own_cells(notebook: NotebookNode) -> None:
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(MARKDOWN, id="initlab-notices"))
    for whose in ("lab", "grader"):
        metadata = {"initlab_whose": whose, "nbgrader": {"grade_id": "test_double_", "grade": True, "points": 4}}
        notebook.cells.append(nbformat.v4.new_markdown_cell(MARKDOWN, id=f"whose-{whose}", metadata=metadata))
    notebook.cells.append(nbformat.v4.new_raw_cell(TABLE, metadata={"raw_mimetype": "text/html"}))


def _outputs(notebook: NotebookNode) -> None:
    html = f"from IPython.display import HTML, display\ndisplay(HTML({TABLE!r}))\nprint({TABLE!r})"
    notebook.cells.append(nbformat.v4.new_code_cell(html))
    notebook.cells.append(nbformat.v4.new_code_cell(RAISES))


def _messages(notebook: NotebookNode) -> None:
    cell(notebook, "double").source = f"def double(number):\n    {RAISES}"


FORGERIES = {
    "words": _words(MARKDOWN),
    "words-as-code": _words_as_code,
    "words-as-raw": _words_as_raw,
    "own-cells": _own_cells,
    "outputs": _outputs,
    "messages": _messages,
}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course after a class of forgers, and one honest student, was graded."""
    folder = released_course(tmp_path_factory.mktemp("forgers"))
    hand_in(folder, "honest", solved(folder))
    for name, forge in FORGERIES.items():
        hand_in(folder, name, changed(solved(folder), forge))
    run = initlab(folder, "grade", ASSIGNMENT)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


def body(course: Path, student: str) -> Tag:
    found = BeautifulSoup(page(course, student).read_text(), "html.parser").body
    assert found is not None
    return found


@pytest.fixture(params=FORGERIES)
def forged(request: pytest.FixtureRequest, course: Path) -> Tag:
    """The body of a forger's page."""
    return body(course, request.param)


# The places where a page holds a student's words: the box, code and its output, and what the grader quotes as text.
BOX = "div.initlab-hand-in"
CODE = "pre.hand-in"
QUOTES = "div.initlab-checks, div.comment, div.notice"


def words_out_of_place(shown: Tag) -> list[str]:
    """Texts with a student's words in a place that is not for them."""
    places = {id(tag) for tag in shown.select(f"{BOX}, {CODE}, {QUOTES}")}
    strings = shown.find_all(string=re.compile(FORGED))
    return [str(text) for text in strings if not any(id(parent) in places for parent in text.parents)]


def test_every_word_of_a_student_stands_in_a_place_for_them(forged: Tag) -> None:
    assert forged.find_all(string=re.compile(FORGED))
    assert words_out_of_place(forged) == []


def test_where_the_grader_quotes_it_is_text_without_form(forged: Tag) -> None:
    for quote in forged.select(QUOTES):
        for text in quote.find_all(string=re.compile(FORGED)):
            chain = [parent.name for parent in text.parents if parent in quote.find_all(True)]
            assert not set(chain) & {"table", "h1", "strong", "em", "a", "code", "pre", "blockquote"}, chain


def test_the_marks_of_the_grader_are_on_what_the_grader_made_only(forged: Tag, course: Path) -> None:
    honest = body(course, "honest")
    for marks in MARKS:
        assert len(forged.select(marks)) == len(honest.select(marks)), marks
    for box in forged.select(BOX):
        assert not [tag for tag in box.find_all(True) if tag.get("class")]
        assert not [tag for tag in box.find_all(True) if tag.get("id") or tag.get("name") or tag.get("style")][1:]


def test_a_page_has_the_ids_that_an_honest_one_has(forged: Tag, course: Path) -> None:
    def ids(shown: Tag) -> list[str]:
        return sorted(tag["id"] for tag in shown.find_all(id=True) if tag["id"] != "first")  # where points are missing

    assert ids(forged) == ids(body(course, "honest"))


def test_a_formula_of_a_student_is_mathml_without_form(forged: Tag) -> None:
    for part in forged.select("math, math *"):
        assert part.name in MATHML and set(part.attrs) <= {"display", "stretchy", "displaystyle"}


def test_what_moves_is_cut_off_at_the_edge_of_the_box(forged: Tag) -> None:
    for box in forged.select(BOX):
        assert "contain: paint" in box["style"] and "overflow: hidden" in box["style"]


def test_the_lab_s_own_words_are_in_no_box(course: Path) -> None:
    boxes = body(course, "honest").select(BOX)
    assert [box.text.strip().splitlines()[-1] for box in boxes] == ["It is a sum of two equal numbers."]


@pytest.mark.parametrize("student", FORGERIES)
def test_no_html_of_a_student_is_in_the_autograded_markdown(student: str, course: Path) -> None:
    path = course / "autograded" / student / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    for shown in nbformat.read(path, as_version=4).cells:
        if shown.cell_type == "markdown":
            assert "<div" not in shown.source and "</div" not in shown.source
        assert shown.cell_type in ("markdown", "code")


def test_what_takes_too_long_to_render_is_shown_as_it_was_written(course: Path, tmp_path: Path) -> None:
    folder = open_course(shutil.copytree(course, tmp_path / "course"), ASSIGNMENT)

    def call(step: Call, *arguments: Any) -> str:
        long = step is render and arguments[-1] is False
        return "making the feedback pages did not come to an end" if long else step(*arguments)

    assert Recorder(folder, call).record(grade_student(folder, "words"), feedback=True) == ""
    shown = body(folder.root, "words")
    assert [tag.text.strip() for tag in shown.select(f"{BOX} pre")] == [MARKDOWN.strip()]
    assert words_out_of_place(shown) == []
    for marks in MARKS:
        assert len(shown.select(marks)) == len(body(course, "honest").select(marks)), marks
