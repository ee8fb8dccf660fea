"""Hostile submissions through the real pipeline: what each may earn, and that it harms nobody and learns nothing.

The rules for all attacks are the tests below; what holds for one of them beyond that is in its own file in `attacks/`.
"""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from traitlets.config import Config

from autograder import course as course_module
from autograder import evidence, grading, submission
from autograder.course import record
from autograder.grading import Student
from autograder.release import ASSIGNMENT
from autograder.sandbox import Ending, Limits, Sandbox, frames
from tests.attacks.attack import ANYTHING, EVERYTHING, NOTEBOOK, Attack
from tests.attacks.battlefield import (
    FUNCTIONS,
    HONEST,
    MODEST,
    PWNED,
    VETERAN,
    Battle,
    Observed,
    battle_of,
    catalogue,
    fight,
    gradebook,
)

pytestmark = pytest.mark.slow

ATTACKS = {attack.student: attack for attack in catalogue(Path("nowhere"), 0, "")}
# errors that mean: the attack itself is mistaken and tries nothing
MISTAKES = ("NameError", "SyntaxError", "AttributeError", "TypeError", "IndentationError", "KeyError")
UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="session")
def battles(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Battle]:
    """Each battle, fought when it is first asked for."""
    fought: dict[str, Battle] = {}

    def battle(name: str) -> Battle:
        if name not in fought:
            fought[name] = fight(tmp_path_factory.mktemp("battle") / name, name)
        return fought[name]

    return battle


@pytest.fixture(params=ATTACKS)
def attack(request: pytest.FixtureRequest) -> Attack:
    return ATTACKS[request.param]


@pytest.fixture
def battle(attack: Attack, battles: Callable[[str], Battle]) -> Battle:
    return battles(battle_of(attack))


@pytest.fixture
def seen(attack: Attack, battle: Battle) -> Observed:
    return battle.observed[attack.student]


def artefacts(battle: Battle, student: str) -> dict[Path, bytes]:
    """Everything that was written about a student."""
    root = battle.course.root
    folders = [battle.course.record_folder(student), root / "autograded" / student, root / "feedback" / student]
    paths = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(root): path.read_bytes() for path in paths}


# What one attack gets.


def test_it_earns_what_its_code_deserves(attack: Attack, seen: Observed) -> None:
    if attack.loses == EVERYTHING:
        assert seen.earned == 0
    elif attack.loses != ANYTHING:
        assert seen.lost == set(attack.loses)


def test_what_stopped_it_is_what_should_have(attack: Attack, seen: Observed) -> None:
    stopped_by = "\n".join(seen.stopped_by)
    assert [words for words in attack.stopped if words not in stopped_by] == []
    said = [*seen.verdict.notices, *(check.message for check in seen.verdict.checks)]
    assert any(attack.says in text for text in said) or not attack.says


def test_it_does_try_what_it_says(attack: Attack, seen: Observed) -> None:
    kinds = {error.partition(":")[0] for error in seen.errors}
    assert kinds & set(MISTAKES) - set(attack.stopped) == set() or "syntax" in attack.name or attack.loses == ANYTHING


def test_no_step_of_it_succeeds(seen: Observed) -> None:
    assert [line for text in seen.texts for line in text.splitlines() if line.startswith("SUCCESS")] == []


def test_no_grader_breaks_on_it(seen: Observed) -> None:
    broken = [
        (c.function, c.name) for c in seen.verdict.checks if c.status == "grader error" and c.function in FUNCTIONS
    ]
    assert broken == []


def test_it_ends_within_its_deadline(seen: Observed) -> None:
    assert seen.overtime < 2


# What it learns, and leaves.


def test_nothing_planted_is_in_what_was_written_about_it(attack: Attack, battle: Battle) -> None:
    leaks = {
        path: found
        for path, data in artefacts(battle, attack.student).items()
        if (found := battle.canaries.found_in(data))
    }
    assert leaks == {}


def test_inputs_of_probes_and_the_graders_own_texts_stay_hidden(attack: Attack, battle: Battle) -> None:
    for path, data in artefacts(battle, attack.student).items():
        if path.suffix == ".html":  # their sources are in there too
            continue
        for hidden in (b"Traceback (most recent", b"autograder/graders", str(battle.course.secret.hex()).encode()):
            assert hidden not in data, path
        outputs = (
            [c.get("outputs", "") for c in json.loads(data)["cells"]]
            if path.suffix == ".ipynb"
            else data.decode("latin-1")
        )
        assert "PROBED WITH" not in str(outputs), path


def test_nothing_is_left_behind(battle: Battle, seen: Observed) -> None:
    assert seen.changes == []
    assert not (battle.course.root / PWNED).exists()


def test_of_its_files_only_notebooks_are_taken_in(attack: Attack, battle: Battle) -> None:
    allowed = {"autograded": {f"{NOTEBOOK}.ipynb"}, "feedback": {f"{NOTEBOOK}.html"}}
    for step, names in allowed.items():
        folder = battle.course.root / step / attack.student / ASSIGNMENT
        assert {path.name for path in folder.rglob("*")} <= names


def test_its_neighbour_is_graded_to_the_same_bytes_right_after(battle: Battle, seen: Observed) -> None:
    assert seen.modest_evidence == next(iter(battle.observed.values())).modest_evidence


# The gradebook.


def test_the_gradebook_holds_its_verdict_and_nothing_else(attack: Attack, battle: Battle, seen: Observed) -> None:
    if attack.unrecorded:
        assert attack.unrecorded in seen.problem
        return
    assert seen.problem == ""
    verdict = {f"test_{name}": sum(check.earned for check in seen.verdict.of(name)) for name in FUNCTIONS}
    said = battle.gradebook_after[attack.student]
    assert said["auto"] == verdict
    assert set(said["manual"].values()) | set(said["extra"].values()) == {None}


@pytest.mark.parametrize("name", ["usual", "short"])
class TestAfterAllAttacks:
    def test_the_neighbours_verdicts_are_the_same_bytes(self, name: str, battles: Callable[[str], Battle]) -> None:
        battle = battles(name)
        assert battle.neighbours_after == battle.neighbours_before

    def test_everybody_elses_entries_in_the_gradebook_are_untouched(
        self, name: str, battles: Callable[[str], Battle]
    ) -> None:
        battle = battles(name)
        for student in ("", HONEST, MODEST, VETERAN):
            assert battle.gradebook_after[student] == battle.gradebook_before[student]
        recorded = {a.student for a in ATTACKS.values() if battle_of(a) == name and not a.unrecorded}
        assert set(battle.gradebook_after) == recorded | {"", HONEST, MODEST, VETERAN}

    def test_nobody_reached_this_machines_sockets(self, name: str, battles: Callable[[str], Battle]) -> None:
        assert battles(name).connections == 0

    def test_the_traps_would_have_caught_something(self, name: str, battles: Callable[[str], Battle]) -> None:
        battle = battles(name)
        own = {kind for data in artefacts(battle, HONEST).values() for kind in battle.canaries.found_in(data)}
        assert own == {"neighbour"}  # what it printed itself


# What a reader sees.


def active(page: str) -> set[str]:
    """What a browser might run in a page: scripts, handlers, and links that are code."""
    soup = BeautifulSoup(page, "html.parser")
    found = {
        str(tag)
        for tag in soup.find_all(["script", "iframe", "object", "embed", "base", "form", "meta", "link", "style"])
    }
    for tag in soup.find_all(True):
        for name, value in tag.attrs.items():
            code = str(value).strip().lower().startswith(("javascript:", "vbscript:", "data:text"))
            if name.lower().startswith("on") or code or name.lower() == "srcdoc":
                found.add(f"{tag.name} {name}={value}")
    return found


def test_its_page_runs_nothing_that_an_honest_page_does_not(attack: Attack, battle: Battle) -> None:
    if attack.unrecorded:
        return
    folder = battle.course.root / "feedback"
    pages = [(folder / student / ASSIGNMENT / f"{NOTEBOOK}.html").read_text() for student in (attack.student, HONEST)]
    assert active(pages[0]) <= active(pages[1])


def test_nothing_unseen_is_shown(attack: Attack, battle: Battle) -> None:
    for path, data in artefacts(battle, attack.student).items():
        if path.suffix == ".html":
            assert UNSEEN.search(data.decode()) is None, path
        elif path.suffix in (".ipynb", ".json"):
            assert UNSEEN.search("".join(_strings(json.loads(data)))) is None, path


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in items for text in _strings(item)]


def test_what_is_written_about_it_is_not_too_long(attack: Attack, battle: Battle) -> None:
    honest = sum(len(data) for data in artefacts(battle, HONEST).values())
    sizes = sum(len(data) for path, data in artefacts(battle, attack.student).items() if path.suffix != ".evidence")
    assert sizes < honest + 20 * 2**20  # a notebook may have 16 MiB


# Without one of the protections the attack that it is for succeeds.


@pytest.fixture
def usual(battles: Callable[[str], Battle]) -> Battle:
    """The battle whose course the tests below grade in once more."""
    return battles("usual")


def grade_again(battle: Battle, student: str) -> tuple[float, str]:
    """Grade and record one attack anew: its points, and all that was written about it, canaries by their kind."""
    shutil.rmtree(battle.course.record_folder(student), ignore_errors=True)
    (verdict,) = grading.grade([grading.prepare(battle.course, student, NOTEBOOK)])
    problem = record(battle.course, Student(student, (verdict,)), feedback=True)
    written = b"".join(artefacts(battle, student).values())
    return verdict.score, written.decode("utf-8", "replace") + f"{battle.canaries.found_in(written)} {problem}"


@pytest.fixture
def unsanitized_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """nbconvert's own sanitizer, the second protection of the pages, switched off."""
    load = course_module.load_config

    def load_without(root: Path) -> Config:
        config = load(root)
        config.HTMLExporter.sanitize_html = False
        return config

    monkeypatch.setattr(course_module, "load_config", load_without)
    monkeypatch.setattr(course_module, "_api", course_module.nbgrader_api)


SCRIPT = "<script>document.title"


@pytest.mark.usefixtures("unsanitized_pages")
@pytest.mark.parametrize("protection", ["defuse", "escape_markdown"])
def test_without_it_scripts_reach_the_page(protection: str, usual: Battle, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SCRIPT not in grade_again(usual, "feedback-html_everywhere")[1]
    module = submission if protection == "defuse" else course_module
    monkeypatch.setattr(module, protection, lambda text: text)
    assert SCRIPT in grade_again(usual, "feedback-html_everywhere")[1]


def test_without_cleaning_control_characters_reach_the_evidence(usual: Battle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "clean", lambda text, longest=0: text)
    _, written = grade_again(usual, "feedback-control_characters")
    assert "\\u001b[31m" in written  # as JSON writes it, in the verdict


def test_without_the_unseen_marks_in_source_taken_out_readers_are_misled(
    usual: Battle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submission, "_UNSEEN", re.compile("(?!)"))
    assert UNSEEN.search(grade_again(usual, "files-invisible_source")[1])


def test_without_restoring_locked_cells_forged_ones_are_shown(usual: Battle, monkeypatch: pytest.MonkeyPatch) -> None:
    def sources() -> str:
        work = grading.prepare(usual.course, "files-forged_locked_cells", NOTEBOOK)
        return "".join(cell.source for cell in work.submission.notebook.cells)

    assert "FORGED" not in sources()
    monkeypatch.setattr(submission, "restore", lambda notebook, release: submission.Submission(notebook))
    assert "FORGED" in sources()


@pytest.mark.parametrize(
    ("protection", "student"),
    [("links not followed", "files-link_to_a_neighbour"), ("no linked folders", "files-linked_assignment")],
)
def test_without_it_a_neighbours_work_can_be_handed_in(
    protection: str, student: str, usual: Battle, monkeypatch: pytest.MonkeyPatch
) -> None:
    if protection == "links not followed":
        monkeypatch.setattr(submission.os, "O_NOFOLLOW", 0)
    else:
        monkeypatch.setattr(Path, "is_symlink", lambda path: False)
    score, written = grade_again(usual, student)
    assert score > 0 and "['neighbour']" in written


def test_without_leaving_out_what_lies_beside_secrets_are_copied(
    usual: Battle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course_module, "handed_in", lambda directory, folders, parent: directory)
    assert "['secret']" in grade_again(usual, "files-secret_beside")[1]


def test_without_the_rule_for_names_somebody_else_is_recorded(usual: Battle, monkeypatch: pytest.MonkeyPatch) -> None:
    student = Student("em*", ())
    assert "misread" in record(usual.course, student, feedback=False)
    monkeypatch.setattr(course_module, "name_problem", lambda name: None)
    assert record(usual.course, student, feedback=False) == ""
    assert "em*" not in gradebook(usual.course)


def test_without_caps_a_huge_answer_fills_the_graders_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    code = b"import os\nfor _ in range(80): say(bytes(2**20))"

    def received() -> tuple[Ending, int]:
        entry = Path(__file__).with_name("sandbox_entry.py")
        with Sandbox(Limits(), readable=[entry], preload=[], entry="sandbox_entry:main") as box:
            outcome = box.run(code, 30)
        return outcome.ending, sum(map(len, outcome.frames))

    ending, size = received()
    assert ending is Ending.ANSWER_TOO_LARGE and size <= Limits().answer_bytes
    monkeypatch.setattr(frames.FrameReader, "_admit", lambda reader, length: None)
    assert received() == (Ending.FINISHED, 80 * 2**20)


# What students are called, and when they hand in.

NAMES = [
    "a\nb",
    " ada",
    "ada ",
    "em*",
    "[ae]da",
    "a?a",
    "<script>",
    "a\x1b[31mb",
    "a\u202eb",
    "x" * 200,
    "a\\b",
    "a\udcffb",
]
STRANGE_BUT_GOOD = [
    "jos\u00e9",
    "jose\u0301",
    "Ada",
    "ADA",
    "\u0430da",
    "..x",
    "-rf",
    "a'b",
    "{student_id}",
    "$(id)",
    "=1+1",
    "a+b",
    "王",
    "o b",
]


def name_a_student(battle: Battle, name: str, like: str) -> None:
    source = battle.course.root / "submitted" / like
    shutil.copytree(source, battle.course.root / "submitted" / name)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_nbgrader_would_misread_is_said_and_changes_nothing(name: str, usual: Battle) -> None:
    name_a_student(usual, name, HONEST)
    before = gradebook(usual.course)
    student = grading.grade_student(usual.course, name)
    assert "Rename the folder" in record(usual.course, student, feedback=True)
    assert gradebook(usual.course) == before
    shutil.rmtree(usual.course.root / "submitted" / name)


def test_names_that_look_alike_stay_apart(usual: Battle) -> None:
    before = gradebook(usual.course)
    scores = {}
    for number, name in enumerate(STRANGE_BUT_GOOD):
        name_a_student(usual, name, HONEST if number % 2 else MODEST)
        student = grading.grade_student(usual.course, name)
        assert record(usual.course, student, feedback=True) == ""
        scores[name] = student.score
        shutil.rmtree(usual.course.root / "submitted" / name)
    after = gradebook(usual.course)
    assert {name: sum(after[name]["auto"].values()) for name in STRANGE_BUT_GOOD} == scores
    assert {name: after[name] for name in before} == before
    assert len(set(scores.values())) == 2


def test_a_file_replaced_between_grading_and_recording_is_graded_as_it_then_is(usual: Battle) -> None:
    name_a_student(usual, "quick", HONEST)
    student = grading.grade_student(usual.course, "quick")
    shutil.copy(usual.course.submitted(MODEST, NOTEBOOK), usual.course.submitted("quick", NOTEBOOK))
    assert record(usual.course, student, feedback=True) == ""
    said = gradebook(usual.course)
    assert said["quick"]["auto"] == said[MODEST]["auto"] != said[HONEST]["auto"]
    assert not re.search("canary-(?!neighbour)", str(artefacts(usual, "quick")))
