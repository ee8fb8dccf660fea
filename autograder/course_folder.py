"""The course folder: nbgrader's directories, our records, the secret that probes are drawn from, the configuration."""

import os
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from traitlets.config import Config, PyFileConfigLoader

from autograder import lab
from autograder.lab import Lab
from autograder.problems import NotReady
from autograder.sandbox.limits import Limits

SECRET_BYTES = 32
SETTINGS = ("labs", "limits", "trusted")  # what there is of c.Initlab in nbgrader_config.py


@dataclass(frozen=True)
class CourseFolder:
    """One assignment of a course."""

    root: Path
    assignment: str
    lab_name: str  # where its lab is: "package.module:NAME"
    limits: Limits = field(default_factory=Limits)

    @property
    def lab(self) -> Lab:
        """The lab that this assignment belongs to."""
        return lab.load(self.lab_name)

    @property
    def secret(self) -> bytes:
        """The course secret. Raises `NotReady` where none has been drawn, or none that can be read or kept a secret."""
        file = self._secret_file
        try:
            secret = file.read_bytes()
        except FileNotFoundError:
            raise NotReady(f"There is no {file}: run `initlab release`, which draws it.") from None
        except OSError as error:
            raise NotReady(
                f"The course secret {file} cannot be read ({error.strerror}): run this as its owner, or"
                f" `chmod u+r {file}`."
            ) from None
        if len(secret) < SECRET_BYTES:
            raise NotReady(
                f"The course secret {file} holds {len(secret)} bytes and should hold {SECRET_BYTES}: anybody could"
                " guess it. Put a backup in its place; without one, delete it and run `initlab release`, which draws"
                " a new one: then everyone's hidden inputs are others than before."
            )
        return secret

    @property
    def _secret_file(self) -> Path:
        return self.root / "course_secret"

    def draw_secret(self) -> None:
        """Draw the course secret where there is none yet, and keep it in `course_secret`, for the owner only.

        Raises `NotReady` where it cannot be written; then no part of it is left.
        """
        file = self._secret_file
        try:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                with os.fdopen(handle, "wb") as opened:
                    opened.write(os.urandom(SECRET_BYTES))
            except OSError:
                file.unlink()
                raise
        except FileExistsError:
            return
        except OSError as error:
            raise NotReady(
                f"The course secret cannot be written to {file} ({error.strerror}): run this as the owner of"
                f" {self.root}, and see that its disk has room."
            ) from None

    @property
    def masters(self) -> list[Path]:
        """The master files, one per notebook, in the lab's order: the course's own where it has any, else the lab's."""
        own = sorted((self.root / "source").glob("*.py"))
        return own or sorted(self.lab.masters.glob("*.py"))

    @property
    def release(self) -> Path:
        """The folder of the release, as students get it."""
        return self.root / "assignments" / self.assignment

    @property
    def notebooks(self) -> tuple[str, ...]:
        """The names of the released notebooks. Raises `NotReady` if there are none."""
        names = tuple(sorted(path.stem for path in self.release.glob("*.ipynb")))
        if not names:
            raise NotReady(f"There is no release in {self.release}: run `initlab release` first.")
        return names

    @property
    def students(self) -> tuple[str, ...]:
        """Everyone who handed the assignment in."""
        folders = (self.root / "submitted").glob(f"*/{self.assignment}")
        return tuple(sorted(folder.parent.name for folder in folders if folder.is_dir()))

    @property
    def other_assignments(self) -> frozenset[str]:
        """The names of the course's other assignments, whoever grades them."""
        steps = (self.root / "source", self.root / "assignments")
        return frozenset(path.name for step in steps for path in step.glob("*/")) - {self.assignment}

    def submitted(self, student: str, notebook: str) -> Path:
        """Where the student's notebook lies, if it was handed in."""
        return self.root / "submitted" / student / self.assignment / f"{notebook}.ipynb"

    def record_folder(self, student: str) -> Path:
        """Where the evidence and verdicts of one student are kept."""
        return self.root / "records" / self.assignment / student


def load_config(root: Path) -> Config:
    """The course's nbgrader_config.py. Raises `NotReady` if there is none, or if it cannot be run."""
    file = root / "nbgrader_config.py"
    if not file.exists():
        raise NotReady(f"{root} is no course folder: it has no nbgrader_config.py. Name one with --course.")
    try:
        config = Config(PyFileConfigLoader(file.name, path=str(root)).load_config())
    except Exception as error:  # whatever somebody's Python file raises
        raise NotReady(
            f"{file}{_line_of(error, file)} cannot be run: {type(error).__name__}: {error}. Mend that line."
        ) from error
    if "root" not in config.CourseDirectory:  # nbgrader would take the folder one happens to be in
        config.CourseDirectory.root = str(root)
    return config


def _line_of(error: Exception, file: Path) -> str:
    """ ", line 3", where an error arose in this file."""
    if isinstance(error, SyntaxError):
        return f", line {error.lineno}"
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename) == file]
    return f", line {lines[-1]}" if lines else ""


def open_course(root: Path, assignment: str | None = None) -> CourseFolder:
    """The course in a folder as its configuration has it. The assignment may be left out where there is only one.

    Raises `NotReady` if there is no such course, or no lab for the assignment.
    """
    config = load_config(root)
    return course_for(root, assignment or _only_assignment(root, _labs(config)), config)


def course_for(root: Path, assignment: str, config: Config) -> CourseFolder:
    """The course folder of an assignment under this configuration. Raises `NotReady` if the assignment has no lab."""
    labs = _labs(config)
    if assignment not in labs:
        raise NotReady(
            f"There is no lab for the assignment {assignment!r}, so it cannot be graded here. Assignments with a lab:"
            f" {', '.join(sorted(labs)) or 'none'}. A lab is announced by an entry point of the group {lab.GROUP},"
            " or by c.Initlab.labs in nbgrader_config.py."
        )
    return CourseFolder(root, assignment, labs[assignment], _limits(config))


def _only_assignment(root: Path, labs: Mapping[str, str]) -> str:
    released = [name for name in labs if (root / "assignments" / name).is_dir()]
    candidates = released if len(labs) > 1 else list(labs)
    if len(candidates) != 1:
        raise NotReady(f"Which assignment? There are labs for {', '.join(sorted(labs)) or 'none'}: name one.")
    return candidates[0]


def _labs(config: Config) -> dict[str, str]:
    """Assignment -> lab: those that are installed, and `c.Initlab.labs = ["package.module:NAME"]`."""
    named = config.get("Initlab", {}).get("labs", [])
    if not isinstance(named, list | tuple) or not all(isinstance(name, str) for name in named):
        raise NotReady('c.Initlab.labs in nbgrader_config.py should be a list such as ["package.module:LAB"].')
    return lab.known(named)


def _limits(config: Config) -> Limits:
    """`c.Initlab.limits = {"cpu_seconds": 300}`; what is not named keeps its default."""
    try:
        return Limits(**dict(config.get("Initlab", {}).get("limits", {})))
    except (TypeError, ValueError) as error:
        raise NotReady(f"c.Initlab.limits in nbgrader_config.py: {error}") from error
