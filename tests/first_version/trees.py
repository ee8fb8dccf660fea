"""A version of the project, seen from outside: its command line in a course of its own, and what that leaves behind."""

import atexit
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry

ASSIGNMENT, NOTEBOOK = "weight_initialization", "part2_techniques"
# Part 2 without its experiments, so that a class is graded in seconds: the same masters in both versions.
KEPT = frozenset({"setup", "fans", "zeros", "constant", "he_normal", "q4_words"})
POINTS = {"test_fans": 2.0, "test_zeros": 1.0, "test_constant": 2.0, "test_he_normal": 4.0}
# What an instructor would wait for a few students: the slowest class below takes a sixth of it where nothing is wrong.
LIMIT = 150.0
MEGABYTE = 2**20

Meanwhile = Callable[[subprocess.Popen, float], None]


@dataclass(frozen=True)
class Run:
    """What a command said and took; `code` is None where it was still running at the end of its time."""

    output: str
    code: int | None
    seconds: float
    megabytes: float  # most that all trusted processes held at once

    @property
    def ended(self) -> str:
        """In words."""
        return f"still running after {LIMIT:g} s" if self.code is None else f"exit code {self.code}"

    @property
    def traceback(self) -> bool:
        return "Traceback (most recent call last)" in self.output

    def said(self, words: str, longest: int = 160) -> str:
        """What it said from these words on (a regular expression), or that there was nothing of the kind."""
        text = " ".join(re.sub(r"[│┃╭╮╰╯─━┏┓┡┩└┘]", " ", self.output).split())
        found = re.search(words, text)
        return f"“{text[found.start() :][:longest]}…”" if found else f"nothing of “{words}”"


@dataclass(frozen=True)
class Tree:
    """A checkout."""

    root: Path

    def environment(self, home: Path) -> dict[str, str]:
        """Its own code, and no configuration but the course's own."""
        own = [self.root, self.root / "source" / ASSIGNMENT]
        return os.environ | {
            "PYTHONPATH": os.pathsep.join(map(str, own)),
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "JUPYTER_CONFIG_DIR": str(home / "jupyter"),
            "COLUMNS": "1000",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def course(self, folder: Path, kept: frozenset[str] = KEPT) -> "Course":
        """A released course of its own in a new folder, with these cells of Part 2."""
        shutil.copytree(released(self, kept), folder)
        return Course(self, folder)


@cache
def released(tree: Tree, kept: frozenset[str]) -> Path:
    """A course after `release`; every row takes a copy. It is removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="released-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    masters = shutil.ignore_patterns("*.ipynb", "__pycache__", "*.egg-info", "part1*", "part3*")
    shutil.copytree(tree.root / "source", folder / "source", ignore=masters)
    shutil.copy(tree.root / "nbgrader_config.py", folder)
    master = folder / "source" / f"{NOTEBOOK}.py"
    notebook = jupytext.read(master, fmt="py:percent")
    notebook.cells = [cell for cell in notebook.cells if kept & set(map(str, cell.metadata.values()))]
    jupytext.write(notebook, master, fmt="py:percent")
    run = Course(tree, folder).initlab("release")
    assert run.code == 0, run.output
    return folder


@dataclass(frozen=True)
class Course:
    """A course folder of a tree."""

    tree: Tree
    root: Path

    @property
    def place(self) -> Path:
        """The temporary folder around it."""
        return self.root.parent

    def initlab(self, *words: str, meanwhile: Meanwhile | None = None, before: tuple[str, ...] = ()) -> Run:
        """Its program on this course."""
        own = [sys.executable, "-m", "autograder", "--course", str(self.root), *words]
        return self.run([*before, *own], self.root, {}, meanwhile)

    def grade(self, *words: str, meanwhile: Meanwhile | None = None, before: tuple[str, ...] = ()) -> Run:
        """Grade everyone; with one worker, which is what one batch of students meets in either version."""
        return self.initlab("grade", *(words or ("--workers", "1")), meanwhile=meanwhile, before=before)

    def nbgrader(self, *words: str, folder: Path | None = None) -> Run:
        """nbgrader's own program, in the course folder or as a student in another one, who is named by the folder."""
        own = folder or self.root
        names = dict.fromkeys(("NB_USER", "USER", "LOGNAME", "JUPYTERHUB_USER"), own.name)
        more = {"HOME": str(own), "JUPYTER_DATA_DIR": str(own / "jupyter_data")} | names
        return self.run([sys.executable, "-m", "nbgrader", *words], own, more)

    def run(self, command: list[str], folder: Path, more: Mapping[str, str], meanwhile: Meanwhile | None = None) -> Run:
        """Runs a command to its end or to the end of its time, and watches."""
        with tempfile.TemporaryFile() as said:
            began = time.monotonic()
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                cwd=folder,
                env=self.tree.environment(self.place) | dict(more),
                start_new_session=True,
            )
            most = 0
            while process.poll() is None and (passed := time.monotonic() - began) < LIMIT:
                most = max(most, held_by(process.pid))
                if meanwhile is not None:
                    meanwhile(process, passed)
                time.sleep(0.05)
            code, seconds = process.poll(), time.monotonic() - began
            if code is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            said.seek(0)
            return Run(said.read().decode("utf-8", "replace"), code, seconds, most / MEGABYTE)

    def configure(self, change: Callable[[str], str]) -> None:
        """Edit its nbgrader_config.py."""
        path = self.root / "nbgrader_config.py"
        path.write_text(change(path.read_text()))

    def submitted(self, student: str) -> Path:
        """The student's folder of the assignment."""
        return self.root / "submitted" / student / ASSIGNMENT

    def hand_in(self, student: str, notebook: NotebookNode | bytes) -> None:
        """The notebook at its place."""
        self.submitted(student).mkdir(parents=True, exist_ok=True)
        content = notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode()
        (self.submitted(student) / f"{NOTEBOOK}.ipynb").write_bytes(content)

    def solved(self) -> NotebookNode:
        """The release with the reference solutions in it, as an honest student hands it in."""
        notebook = nbformat.read(self.root / "assignments" / ASSIGNMENT / f"{NOTEBOOK}.ipynb", as_version=4)
        source = nbformat.read(self.root / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb", as_version=4)
        for cell in source.cells:
            if cell.metadata.get("nbgrader", {}).get("solution"):
                solution = re.sub(r"(?m)^\s*### (BEGIN|END) SOLUTION\n?", "", cell.source)
                cell_of(notebook, cell.metadata.nbgrader.grade_id).source = solution
        return notebook

    def scores(self) -> dict[str, dict[str, float]]:
        """What stands in the gradebook: student -> cell -> points by machine."""
        return {student: {g.name: g.auto_score for g in grades} for student, grades in self._grades()}

    def by_hand(self, student: str, cell: str) -> bool:
        """Whether the gradebook waits for a person there."""
        return any(
            g.needs_manual_grade for one, grades in self._grades() for g in grades if (one, g.name) == (student, cell)
        )

    def _grades(self) -> Iterator[tuple[str, list[Any]]]:
        if not (self.root / "gradebook.db").exists():
            return
        with Gradebook(f"sqlite:///{self.root}/gradebook.db") as book:
            try:
                for one in book.assignment_submissions(ASSIGNMENT):
                    yield one.student.id, [grade for notebook in one.notebooks for grade in notebook.grades]
            except MissingEntry:
                return

    def page(self, student: str) -> str:
        """The student's feedback page as it was written, empty if there is none."""
        path = self.root / "feedback" / student / ASSIGNMENT / f"{NOTEBOOK}.html"
        return path.read_text() if path.exists() else ""

    def autograded(self, student: str) -> NotebookNode | None:
        """The notebook as nbgrader keeps it after grading."""
        path = self.root / "autograded" / student / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
        return nbformat.read(path, as_version=4) if path.exists() else None


def cell_of(notebook: NotebookNode, grade_id: str) -> NotebookNode:
    """The cell of this name."""
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def with_sources(notebook: NotebookNode, sources: Mapping[str, str]) -> NotebookNode:
    """A copy in which cells hold something else."""
    notebook = deepcopy(notebook)
    for grade_id, source in sources.items():
        cell_of(notebook, grade_id).source = source
    return notebook


def with_cells(notebook: NotebookNode, *sources: str) -> NotebookNode:
    """A copy with code cells of the student's own at its end."""
    notebook = deepcopy(notebook)
    notebook.cells += [nbformat.v4.new_code_cell(text, id=f"own-{n}") for n, text in enumerate(sources)]
    return notebook


def below(pid: int, into_sandboxes: bool = True) -> list[int]:
    """The processes below one, nearest first."""
    found: list[int] = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                if into_sandboxes or name_of(child) != "bwrap":
                    found += [child, *below(child, into_sandboxes)]
    except OSError:
        pass  # it has ended meanwhile
    return found


def name_of(pid: int) -> str:
    """The name of a process's program."""
    return Path(f"/proc/{pid}/comm").read_text().strip()


def command_of(pid: int) -> str:
    """Its command line."""
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")


def held_by(pid: int) -> int:
    """Bytes that a process and those below it hold, sandboxes left out."""
    held = 0
    for one in [pid, *below(pid, into_sandboxes=False)]:
        try:
            held += int(Path(f"/proc/{one}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            continue
    return held
