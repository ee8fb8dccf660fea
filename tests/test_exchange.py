"""nbgrader's exchange on one machine: release, fetch, submit, collect, grade, and the feedback comes back.

Two students use the exchange, one of whom has no time stamp; a third hands in by another way.
"""

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder import grade_command
from autograder.course_folder import open_course
from autograder.gradebook.feedback import ReleaseFeedback
from autograder.gradebook.surroundings import SECRET
from autograder.verdict.judge import max_points
from tests.conftest import REPOSITORY
from tests.miniature_lab import LAB
from tests.somebody_else import needs_root, public, seen_by_others  # noqa: F401  (a fixture)
from tests.test_lab import CONFIG, HAND_INS, hand_in, initlab

pytestmark = pytest.mark.slow

POINTS = sum(max_points(LAB.graders).values())
STUDENTS_CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "initlab"
c.Exchange.root = {exchange!r}
"""


class Place:
    """A machine with one course, one exchange, and students with homes of their own."""

    released = ""  # what nbgrader said when it released feedback

    def __init__(self, top: Path) -> None:
        self.top, self.exchange, self.course, self.collected = top, top / "exchange", top / "course", top / "collected"
        self.course.mkdir()
        extra = f"c.Exchange.root = {str(self.exchange)!r}\n"
        (self.course / "nbgrader_config.py").write_text(CONFIG + extra)

    def home(self, student: str) -> Path:
        home = self.top / "home" / student
        home.mkdir(parents=True, exist_ok=True)
        (home / "nbgrader_config.py").write_text(STUDENTS_CONFIG.format(exchange=str(self.exchange)))
        return home

    def nbgrader(self, folder: Path, *words: str) -> str:
        """What nbgrader said, run in a folder by whoever it belongs to."""
        own = {"HOME": str(folder)} | {f"JUPYTER_{kind}_DIR": str(folder / kind) for kind in ("DATA", "CONFIG")}
        names = dict.fromkeys(("NB_USER", "USER", "LOGNAME", "JUPYTERHUB_USER"), folder.name)
        environment = os.environ | own | names | {"PYTHONPATH": str(REPOSITORY)}
        run = subprocess.run(["nbgrader", *words], cwd=folder, capture_output=True, text=True, env=environment)
        assert run.returncode == 0, run.stderr[-3000:]
        return run.stderr

    def student(self, student: str, *words: str) -> str:
        return self.nbgrader(self.home(student), *words)

    def instructor(self, *words: str) -> str:
        return self.nbgrader(self.course, *words)

    def submitted(self, student: str) -> Path:
        return self.course / "submitted" / student / "arithmetic"

    def pages(self, student: str) -> list[Path]:
        """The feedback that a student has fetched."""
        return sorted((self.home(student) / "arithmetic" / "feedback").rglob("*.html"))


def solve(path: Path, source: str) -> None:
    """Writes an answer into a fetched notebook."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "double":
            cell.source = source
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """After release, fetch, submit and collect: ada and emmy by the exchange, sofja not; emmy's time stamp is gone."""
    place = Place(tmp_path_factory.mktemp("machine"))
    run = initlab(place.course, "release", "arithmetic")
    assert run.returncode == 0, run.stdout + run.stderr
    place.instructor("release_assignment", "arithmetic")
    for student in ("ada", "emmy"):
        place.student(student, "fetch_assignment", "arithmetic")
        solve(place.home(student) / "arithmetic" / "sums.ipynb", HAND_INS["right"])
        place.student(student, "submit", "arithmetic", f"--student={student}")
    place.instructor("collect", "arithmetic")
    shutil.copytree(place.course, place.collected)
    (place.submitted("emmy") / "timestamp.txt").unlink()
    (place.submitted("ada") / "mine.csv").touch()
    hand_in(place.course, "sofja", HAND_INS["square"])
    return place


@pytest.fixture(scope="module")
def graded(place: Place) -> Place:
    """After everyone was graded, and nbgrader's release_feedback; what the latter said is in `released`."""
    course = open_course(place.course)
    run = grade_command.grade(course, course.students, 1, feedback=True)
    assert [row.reason for row in run.rows if row.incomplete] == []
    place.released = place.instructor("release_feedback", "arithmetic")
    return place


def test_a_hand_in_travels_from_release_to_grade(graded: Place) -> None:
    with Gradebook(f"sqlite:///{graded.course}/gradebook.db") as gradebook:
        scores = {one.student.id: one.score for one in gradebook.assignment_submissions("arithmetic")}
    assert scores["ada"] == scores["emmy"] == POINTS
    assert scores["sofja"] < POINTS


@pytest.mark.parametrize("student", ["ada", "emmy"])
def test_feedback_comes_back_to_whoever_used_the_exchange(student: str, graded: Place) -> None:
    graded.student(student, "fetch_feedback", "arithmetic", f"--student={student}")
    (page,) = graded.pages(student)
    assert page.name == "sums.html"
    assert page.read_text() == (graded.course / "feedback" / student / "arithmetic" / "sums.html").read_text()


def test_whoever_did_not_is_named_with_what_to_do(graded: Place) -> None:
    (said,) = [line for line in graded.released.splitlines() if "sofja" in line]
    assert "WARNING" in said and "feedback/sofja/arithmetic" in said and "send them otherwise" in said


def test_a_released_page_can_be_read_by_whoever_knows_its_name_and_by_nobody_else(graded: Place) -> None:
    folder = graded.exchange / "initlab" / "feedback"
    assert len(list(folder.iterdir())) == 2
    assert stat.S_IMODE(folder.stat().st_mode) & stat.S_IROTH == 0
    assert all(stat.S_IMODE(page.stat().st_mode) == 0o644 for page in folder.iterdir())


def test_feedback_that_was_released_twice_is_the_newer_one(graded: Place) -> None:
    page = graded.course / "feedback" / "ada" / "arithmetic" / "sums.html"
    page.write_text(page.read_text() + "<!-- newer -->")
    graded.instructor("release_feedback", "arithmetic")
    graded.student("ada", "fetch_feedback", "arithmetic", "--student=ada")
    assert graded.pages("ada")[0].read_text().endswith("<!-- newer -->")


SECRETS: dict[str, Callable[[Path], object]] = {
    "a link": lambda path: path.symlink_to("/etc/hostname"),
    "a pipe": os.mkfifo,
    "too long": lambda path: path.write_text("a" * 10_000),
    "easily guessed": lambda path: path.write_text("a"),
    "no text": lambda path: path.write_bytes(b"\xff" * 128),
    "another folder": lambda path: path.write_text("../" * 20),
}


@pytest.mark.parametrize("kind", SECRETS)
def test_a_secret_that_is_none_costs_its_owner_the_way_back_and_nobody_else(kind: str, tmp_path: Path) -> None:
    course = tmp_path / "course"
    good = "0123456789abcdef" * 8
    for student in ("ada", "eve", "zoe"):
        folder = course / "feedback" / student / "arithmetic"
        folder.mkdir(parents=True)
        (folder / "sums.html").write_text(student)
        if student == "eve":
            SECRETS[kind](folder / SECRET)
        else:
            (folder / SECRET).write_text(good + student)
    directory = CourseDirectory(root=str(course), course_id="c", assignment_id="arithmetic")
    exchange = Config({"Exchange": {"root": str(tmp_path / "exchange")}})
    (tmp_path / "exchange").mkdir(mode=0o777)
    (tmp_path / "exchange").chmod(0o777)
    ReleaseFeedback(coursedir=directory, config=exchange).start()
    pages = sorted(page.read_text() for page in (tmp_path / "exchange" / "c" / "feedback").iterdir())
    assert pages == ["ada", "zoe"]


def test_what_lies_beside_a_hand_in_is_not_carried_on_but_for_time_stamp_and_secret(graded: Place) -> None:
    for step in ("autograded", "feedback"):
        found = {path.name for path in (graded.course / step / "ada" / "arithmetic").iterdir() if path.is_file()}
        assert {"timestamp.txt", SECRET} <= found
        assert "mine.csv" not in found


@needs_root
@pytest.mark.parametrize("step", ["collected", "course"])
def test_another_user_reads_nothing_but_the_release(step: str, graded: Place, public: Path) -> None:  # noqa: F811
    """After release and collect, and after grading."""
    folder = shutil.copytree(getattr(graded, step), public / "course")
    assert seen_by_others(folder, "-readable") <= {".", "assignments", "nbgrader_config.py"}
    assert seen_by_others(folder, "-writable") == set()


@needs_root
def test_another_user_would_be_seen_to_read(graded: Place, public: Path) -> None:  # noqa: F811
    folder = shutil.copytree(graded.course, public / "course")
    (folder / "submitted").chmod(0o755)
    assert "submitted" in seen_by_others(folder, "-readable")
