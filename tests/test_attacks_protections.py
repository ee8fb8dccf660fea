"""Every protection of the pipeline is needed: without it, the attack that it is there for succeeds."""

import re
import shutil
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from autograder import grading
from autograder.evidence import answers
from autograder.gradebook import hooks, recorder
from autograder.grading import GradedStudent
from autograder.report import markdown
from autograder.sandbox import Allowance, Ending, Limits, Sandbox, pipe
from autograder.submission import reading
from tests.attacks.attack import NOTEBOOK
from tests.attacks.battlefield import Battle, gradebook, record
from tests.attacks.reading import UNSEEN, artefacts, page_of, shown

pytest_plugins = ("tests.attacks.fixtures",)
pytestmark = pytest.mark.slow


def grade_again(battle: Battle, student: str) -> tuple[float, str]:
    """Grade and record one attack anew: its points, and all that was written about it, canaries by their kind."""
    shutil.rmtree(battle.course.record_folder(student), ignore_errors=True)
    graded = grading.grade_student(battle.course, student, alone=True)
    problem = record(battle.course, graded, feedback=True)
    written = b"".join(artefacts(battle, student).values())
    return graded.score, written.decode("utf-8", "replace") + f"{battle.canaries.found_in(written)} {problem}"


@pytest.fixture
def unsanitized_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other protections of the pages switched off: that Markdown has no HTML, and that what it makes is cleaned."""
    with_html = markdown._renderer(with_html=True, with_environments=False)
    monkeypatch.setattr(MarkdownIt, "validateLink", lambda self, url: True)
    monkeypatch.setattr(markdown, "_renderer", lambda **options: with_html)
    monkeypatch.setattr(markdown, "_cleaned", lambda rendered, tags: rendered)
    monkeypatch.setattr(markdown, "as_written", lambda source: source)


SCRIPT = "<script>document.title"


@pytest.mark.usefixtures("unsanitized_pages")
@pytest.mark.parametrize("protection", ["defuse", "escape_markdown"])
def test_without_it_scripts_reach_the_page(protection: str, usual: Battle, monkeypatch: pytest.MonkeyPatch) -> None:
    def scripts() -> bool:
        grade_again(usual, "feedback-html_everywhere")
        return SCRIPT in page_of(usual, "feedback-html_everywhere").read_text()

    assert not scripts()
    monkeypatch.setattr(reading if protection == "defuse" else hooks, protection, lambda text: text)
    assert scripts()


def test_without_its_cleaning_links_run_code(usual: Battle, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("unsanitized_pages")
    grade_again(usual, "feedback-html_everywhere")
    page = page_of(usual, "feedback-html_everywhere").read_text()
    assert any("href=javascript:" in thing for thing in shown(page).active)


def test_without_cleaning_control_characters_reach_the_evidence(usual: Battle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "clean", lambda text, longest=0: text)
    _, written = grade_again(usual, "feedback-control_characters")
    assert "\\u001b[31m" in written  # as JSON writes it, in the verdict


def test_without_the_unseen_marks_in_source_taken_out_readers_are_misled(
    usual: Battle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_UNSEEN", re.compile("(?!)"))
    assert UNSEEN.search(grade_again(usual, "files-invisible_source")[1])


def test_without_restoring_locked_cells_forged_ones_are_shown(usual: Battle, monkeypatch: pytest.MonkeyPatch) -> None:
    def sources() -> str:
        work = grading.prepare(usual.course, "files-forged_locked_cells", NOTEBOOK)
        return "".join(cell.source for cell in work.submission.notebook.cells)

    assert "FORGED" not in sources()
    monkeypatch.setattr(reading, "restore", lambda notebook, release: reading.Submission(notebook))
    assert "FORGED" in sources()


@pytest.mark.parametrize(
    ("protection", "student"),
    [("links not followed", "files-link_to_a_neighbour"), ("no linked folders", "files-linked_assignment")],
)
def test_without_it_a_neighbours_work_can_be_handed_in(
    protection: str, student: str, usual: Battle, monkeypatch: pytest.MonkeyPatch
) -> None:
    if protection == "links not followed":
        monkeypatch.setattr(reading.os, "O_NOFOLLOW", 0)
    else:
        monkeypatch.setattr(Path, "is_symlink", lambda path: False)
    score, written = grade_again(usual, student)
    assert score > 0 and "['neighbour']" in written


def test_without_leaving_out_what_lies_beside_secrets_are_copied(
    usual: Battle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hooks, "notebooks_only", lambda directory, folders, parent: directory)
    assert "['secret']" in grade_again(usual, "files-secret_beside")[1]


def test_without_the_rule_for_names_somebody_else_is_recorded(usual: Battle, monkeypatch: pytest.MonkeyPatch) -> None:
    student = GradedStudent("em*", ())
    assert "misread" in record(usual.course, student, feedback=False)
    monkeypatch.setattr(recorder, "name_problem", lambda name: None)
    assert record(usual.course, student, feedback=False) == ""
    assert "em*" not in gradebook(usual.course)


def test_without_caps_a_huge_answer_fills_the_graders_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    code = b"import os\nfor _ in range(80): say(bytes(2**20))"

    def received() -> tuple[Ending, int]:
        entry = Path(__file__).with_name("sandbox_entry.py")
        with Sandbox(Limits(), readable={entry.name: entry}, preload=[], entry="sandbox_entry:main") as box:
            outcome = box.run(code, Allowance(30, 30, 30))
        return outcome.ending, sum(map(len, outcome.frames))

    ending, size = received()
    assert ending is Ending.ANSWER_TOO_LARGE and size <= Limits().answer_bytes
    monkeypatch.setattr(pipe.FrameReader, "_admit", lambda reader, length: None)
    assert received() == (Ending.FINISHED, 80 * 2**20)
