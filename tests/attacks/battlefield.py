"""A course in which attacks are graded by the real pipeline, with traps laid and everything watched."""

import dataclasses
import hashlib
import os
import secrets
import shutil
import socket
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from autograder import grading
from autograder.course_folder import CourseFolder, open_course
from autograder.evidence.answers import CellOutcome
from autograder.gradebook.nbgrader_api import build_release, nbgrader_api
from autograder.gradebook.recorder import Recorder
from autograder.grading import GradedStudent
from autograder.sandbox import Allowance, Ending, Outcome, Sandbox
from autograder.submission.release import notebook_from, released
from autograder.verdict.verdict import Verdict
from tests.attacks.attack import NOTEBOOK, Attack, answer_files
from tests.attacks.files import file_attacks
from tests.conftest import ASSIGNMENT, copy_course

# The lab's second part without its experiments: quick to grade, and every kind of answer is there.
FUNCTIONS = (
    "fans", "zeros", "constant", "random_normal", "random_uniform",
    "xavier_normal", "xavier_uniform", "he_normal", "he_uniform", "lecun_normal",
)  # fmt: skip
HONEST, MODEST, VETERAN = "ada", "emmy", "veteran"  # all right; one function written; graded by hand long ago
ENVIRONMENT = "INITLAB_CANARY"
LEFT = "left_by_files_everywhere"  # the name under which attacks leave files
PWNED = "pwned"  # the file that code makes when it runs where it must not

# What attacks on resources may use: enough for an honest notebook, so that the whole suite takes minutes.
SHORT = {
    "cpu_seconds": 8.0, "least_cpu_seconds": 2.0, "idle_seconds": 2.0, "least_idle_seconds": 0.5,
    "cell_seconds": 1.5, "probe_seconds": 1.0,
}  # fmt: skip
# What everybody else may use: Keras on a busy machine takes a few seconds.
USUAL = {"cpu_seconds": 120.0, "cell_seconds": 20.0, "probe_seconds": 5.0}
BATTLES = {"usual": USUAL, "short": SHORT}

BETWEEN_NEIGHBOURS = 4  # attacks between two gradings of the modest neighbour


@dataclass(frozen=True)
class Canaries:
    """What must not be found where it does not belong: kind -> text. Made anew in every run."""

    texts: Mapping[str, str]

    @classmethod
    def draw(cls) -> "Canaries":
        """Fresh ones."""
        kinds = ("secret", "environment", "neighbour", "gradebook")
        return cls({kind: f"canary-{kind}-{secrets.token_hex(16)}" for kind in kinds})

    def found_in(self, data: bytes) -> list[str]:
        """The kinds whose text is in the data."""
        return [kind for kind, text in self.texts.items() if text.encode() in data]


@dataclass
class Observed:
    """What grading one attack showed."""

    attack: Attack
    cells: Mapping[int, CellOutcome]
    refused: str | None
    jobs: list[Outcome]
    overtime: float  # seconds that the slowest job went past its deadline, negative if none did
    changes: list[str]  # what was there afterwards and had not been before: files, processes, mounts
    modest_evidence: str = ""  # digest of the evidence of the modest neighbour, run after it and at most 3 others
    verdict: Verdict | None = None
    problem: str = ""  # what kept nbgrader from recording it
    by_hand: str = ""  # why a person has to look
    scores: dict[str, float] = field(default_factory=dict)  # test cell -> points in the gradebook

    @property
    def texts(self) -> list[str]:
        """Everything the submission's cells wrote."""
        return [outcome.output for outcome in self.cells.values()]

    @property
    def errors(self) -> list[str]:
        """Kind and message of each of its cells' errors, but those of stubs that were left as they were."""
        errors = [outcome.error for outcome in self.cells.values() if outcome.error is not None]
        return [f"{error.kind}: {error.message}" for error in errors if error.kind != "NotImplementedError"]

    @property
    def stopped_by(self) -> list[str]:
        """All that can be seen to have stopped it: how its jobs ended, what its cells met, why the file was refused."""
        endings = [f"{job.ending}: {job.detail}" for job in self.jobs if job.ending is not Ending.FINISHED]
        steps = [line for text in self.texts for line in text.splitlines() if line.startswith("refused:")]
        return [*([self.refused] if self.refused else []), *endings, *self.errors, *dict.fromkeys(steps)]

    @property
    def lost(self) -> set[str]:
        """The functions with less than full marks."""
        assert self.verdict is not None
        return {c.function for c in self.verdict.checks if c.function in FUNCTIONS and c.earned < c.points}

    @property
    def earned(self) -> float:
        """Points of all functions together."""
        assert self.verdict is not None
        return self.verdict.score


@dataclass
class Battle:
    """A course after all its attacks."""

    course: CourseFolder
    canaries: Canaries
    observed: dict[str, Observed]  # student -> what was seen
    neighbours_before: dict[str, str]  # verdicts as text
    neighbours_after: dict[str, str]
    gradebook_before: dict[str, Any]
    gradebook_after: dict[str, Any]
    connections: int  # that reached the listeners


def small_course(folder: Path, limits: Mapping[str, float]) -> Path:
    """A released course of one notebook, NOTEBOOK with FUNCTIONS only, under these limits."""
    folder.mkdir(parents=True)
    copy_course(folder)
    for master in (folder / "source").glob("part*.py"):
        if master.stem != NOTEBOOK:
            master.unlink()
    master = folder / "source" / f"{NOTEBOOK}.py"
    notebook = jupytext.read(master, fmt="py:percent")
    notebook.cells = [cell for cell in notebook.cells if _kept(cell.metadata)]
    jupytext.write(notebook, master, fmt="py:percent")
    with (folder / "nbgrader_config.py").open("a") as config:
        config.write(f"\nc.Initlab.limits = {dict(limits)!r}\n")
    build_release(open_course(folder))
    return folder


def _kept(words: Mapping[str, Any]) -> bool:
    return words.get("stub", words.get("check")) in FUNCTIONS or words.get("given") == "setup"


def bases_of(folder: Path) -> dict[str, NotebookNode]:
    """The notebooks that answer files build on."""
    reference = notebook_from(folder / "source" / f"{NOTEBOOK}.py")
    return {"reference": reference, "release": released(folder / "assignments" / ASSIGNMENT, NOTEBOOK)}


def catalogue(course: Path, port: int, name: str) -> list[Attack]:
    """Every attack there is, by well-informed attackers."""
    words = {"COURSE_FOLDER": str(course), "LISTENER_PORT": str(port), "LISTENER_NAME": name}
    return [*answer_files(words), *file_attacks()]


def battle_of(attack: Attack) -> str:
    """In which of the BATTLES it is fought."""
    return "short" if attack.kind == "resources" else "usual"


def fight(folder: Path, name: str, only: Iterable[str] = (), secret: str = "") -> Battle:
    """Fight one of the BATTLES in a new course in `folder`, or only the named attacks of it.

    The course secret is a fresh canary unless one is given.
    """
    root = small_course(folder, BATTLES[name])
    canaries = Canaries.draw()
    (root / "course_secret").write_text(secret or canaries.texts["secret"])
    os.environ[ENVIRONMENT] = canaries.texts["environment"]  # before the sandbox starts
    course = open_course(root)
    bases = bases_of(root)
    with listeners() as (port, socket_name, connections):
        _hand_in_neighbours(course, bases, canaries)
        _write_veteran(course, canaries)
        before = _neighbours(course)
        gradebook_before = gradebook(course)
        observed: dict[str, Observed] = {}
        wanted = set(only)
        for attack in catalogue(root, port, socket_name):
            if battle_of(attack) != name or (wanted and attack.name not in wanted):
                continue
            attack.hand_in(root, bases)
            observed[attack.student] = _watch(attack, course)
            if len(observed) % BETWEEN_NEIGHBOURS == 0:
                _neighbour_after(list(observed.values())[-BETWEEN_NEIGHBOURS:], course)
        if last := [seen for seen in observed.values() if not seen.modest_evidence]:
            _neighbour_after(last, course)
        result = nbgrader_api(root).generate_feedback(ASSIGNMENT, force=True)
        assert result["success"], result
        after = _neighbours(course)
        gradebook_after = gradebook(course)
        for student, seen in observed.items():
            seen.scores = gradebook_after.get(student, {}).get("auto", {})
        reached = connections()
    return Battle(course, canaries, observed, before, after, gradebook_before, gradebook_after, reached)


def _hand_in_neighbours(course: CourseFolder, bases: Mapping[str, NotebookNode], canaries: Canaries) -> None:
    notebooks = {HONEST: bases["reference"], MODEST: bases["release"]}
    for student, notebook in notebooks.items():
        target = course.submitted(student, NOTEBOOK)
        target.parent.mkdir(parents=True)
        own = nbformat.v4.new_code_cell(f"mine = {canaries.texts['neighbour']!r}\nprint(mine)", id="mine")
        nbformat.write(NotebookNode(notebook, cells=[*notebook.cells, own]), target)


def _neighbours(course: CourseFolder) -> dict[str, str]:
    """The neighbours graded afresh, recorded, as text."""
    verdicts = {}
    for student in (HONEST, MODEST):
        shutil.rmtree(course.record_folder(student), ignore_errors=True)
        graded = grading.grade_student(course, student, alone=True)
        assert record(course, graded, feedback=True) == ""
        verdicts[student] = "".join(verdict.to_json() for verdict in graded.verdicts)
    return verdicts


def _write_veteran(course: CourseFolder, canaries: Canaries) -> None:
    """A student who was graded by hand and has extra credit, as no later grading may change it."""
    shutil.copytree(course.root / "submitted" / HONEST, course.root / "submitted" / VETERAN)
    graded = grading.grade_student(course, VETERAN, alone=True)
    assert record(course, graded, feedback=False) == ""
    shutil.rmtree(course.root / "submitted" / VETERAN)
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as book:
        for cell in book.find_submission(ASSIGNMENT, VETERAN).notebooks[0].grades:
            cell.manual_score, cell.extra_credit = 0.25, 0.125
        comment = book.find_submission(ASSIGNMENT, VETERAN).notebooks[0].comments[0]
        comment.manual_comment = canaries.texts["gradebook"]
        book.db.commit()


def gradebook(course: CourseFolder) -> dict[str, Any]:
    """Everything the gradebook says, by student; under "" what it says of the assignment."""
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as book:
        said: dict[str, Any] = {"": book.find_assignment(ASSIGNMENT).max_score}
        for submission in book.assignment_submissions(ASSIGNMENT):
            grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
            comments = [comment for notebook in submission.notebooks for comment in notebook.comments]
            said[submission.student.id] = {
                "auto": {grade.name: grade.auto_score for grade in grades},
                "manual": {grade.name: grade.manual_score for grade in grades},
                "extra": {grade.name: grade.extra_credit for grade in grades},
                "comments": {comment.name: (comment.auto_comment, comment.manual_comment) for comment in comments},
            }
    return said


@contextmanager
def listeners() -> Iterator[tuple[int, str, Any]]:
    """A port on the loopback and an abstract unix socket; the third says how many connections there were."""
    name = f"initlab-{secrets.token_hex(8)}"
    with socket.create_server(("127.0.0.1", 0)) as tcp, socket.socket(socket.AF_UNIX) as unix:
        unix.bind(f"\0{name}")
        unix.listen()

        def connections() -> int:
            return sum(_accepted(server) for server in (tcp, unix))

        yield tcp.getsockname()[1], name, connections


def _accepted(server: socket.socket) -> int:
    server.setblocking(False)
    accepted = 0
    while True:
        try:
            server.accept()[0].close()
        except BlockingIOError:
            return accepted
        accepted += 1


def _watch(attack: Attack, course: CourseFolder) -> Observed:
    """Grade and record one attack, and note what happened around it."""
    jobs: list[Outcome] = []
    overtimes: list[float] = [-1.0]
    before = world(course.root)
    run = Sandbox.run

    def watched(self: Sandbox, job: bytes, allowance: Allowance) -> Outcome:
        outcome = run(self, job, allowance)
        jobs.append(dataclasses.replace(outcome, frames=()))
        overtimes.append(outcome.wall_seconds - allowance.wall_seconds)
        return outcome

    Sandbox.run = watched  # type: ignore[method-assign]
    try:
        graded = grading.grade_student(course, attack.student, alone=True)
    finally:
        Sandbox.run = run  # type: ignore[method-assign]
    changes = changes_since(before, course.root)
    work = grading.prepare(course, attack.student, NOTEBOOK)
    cells = grading.cells_of(work).cells
    seen = Observed(attack, cells, work.submission.refused, jobs, max(overtimes), changes)
    seen.verdict, seen.by_hand = graded.verdicts[0], graded.by_hand
    seen.problem = record(course, graded, feedback=False)
    return seen


def _neighbour_after(observed: Sequence[Observed], course: CourseFolder) -> None:
    """Grade the modest neighbour where these attacks have just been."""
    shutil.rmtree(course.record_folder(MODEST))
    grading.grade_student(course, MODEST, alone=True)
    evidence = (course.record_folder(MODEST) / f"{NOTEBOOK}.evidence").read_bytes()
    for seen in observed:
        seen.modest_evidence = hashlib.sha256(evidence).hexdigest()


def record(course: CourseFolder, graded: GradedStudent, feedback: bool) -> str:
    """Record a student in this process, where tests can take protections away."""
    return Recorder(course, lambda step, *arguments: step(*arguments)).record(graded, feedback)


def world(course: Path) -> dict[str, frozenset[str]]:
    """What an attack might leave behind: mounts, kernel objects, files of the course and of this machine."""
    kernel = [line for kind in ("shm", "sem", "msg") for line in _lines(f"/proc/sysvipc/{kind}")]
    files = [str(p) for p in course.rglob("*") if "records" not in p.parts and not p.match("course_secret")]
    places = ("/tmp", "/dev/shm", "/var/tmp", "/", "/lab", str(Path.home()), str(Path.home() / ".keras"))
    left = [place for place in places if Path(place, LEFT).exists()]
    return {
        "mount": frozenset(_lines("/proc/self/mountinfo")),
        "kernel object": frozenset(line.split()[0] for line in kernel),
        "file": frozenset(files),
        "file of the machine": frozenset(left),
    }


def changes_since(before: Mapping[str, frozenset[str]], course: Path) -> list[str]:
    """What is there now and was not before, and processes beside the sandboxes' own two, which get 10 s to end."""
    after = world(course)
    changes = [f"{kind} {thing}" for kind, things in after.items() for thing in things - before[kind]]
    for _ in range(1000):
        if not (extra := processes_inside()):
            return changes
        time.sleep(0.01)
    return [*changes, f"processes {extra}"]


def processes_inside() -> list[int]:
    """Processes of the sandboxes beyond bwrap and its zygote, whose parent is bwrap: keepers, and what they keep."""
    parents: dict[int, int] = {}
    for pid in (int(name) for name in os.listdir("/proc") if name.isdigit()):
        try:
            parents[pid] = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    below = {os.getpid(): 0}
    while more := {pid: below[parent] + 1 for pid, parent in parents.items() if parent in below and pid not in below}:
        below |= more
    return [pid for pid, depth in below.items() if depth > 2]


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines()
