"""What is decided now: on every answer of the bank, on the example class and on the attacks."""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from autograder.course_folder import SECRET_BYTES
from tests.golden.compare import Decided, Line


def _lines(checks: Sequence, known: dict[str, str] | None = None) -> tuple[Line, ...]:
    """The checks as lines; `known` texts that change from run to run are replaced by their names."""

    def same(text: str) -> str:
        for name, changing in (known or {}).items():
            text = text.replace(changing, name)
        return text

    return tuple(Line(f"{c.function}:{c.name}", c.status, c.earned, c.misconception, same(c.message)) for c in checks)


def bank(secrets: Iterable[str], folder: Path, only: str) -> Iterator[tuple[str, Decided]]:
    """Every answer of the bank, at each secret."""
    from tests.bank.entry import INITIALIZERS, entries, functions
    from tests.bank.local import graders, verdict_on

    secrets = tuple(secrets)
    for entry in entries(f for f in functions() if only.startswith(f"bank/{f}/") or only.count("/") < 2):
        kind = ("right." if entry.right else "wrong.") if entry.function in INITIALIZERS else ""
        name = f"bank/{entry.function}/{kind}{entry.name}"
        for secret in secrets if only in f"{name}/" else ():
            checks = verdict_on(graders()[entry.function], entry.namespace, secret.encode())
            yield f"{name}/{secret}", Decided(_lines(checks))


def course_secret(secret: str) -> str:
    """What a course_secret holds for one of these: as long as one that nobody can guess."""
    return secret.ljust(SECRET_BYTES, ".")


def example_class(secrets: Iterable[str], folder: Path, only: str) -> Iterator[tuple[str, Decided]]:
    """Every student of the example class, graded in the sandbox."""
    from autograder.class_grading import grade_class
    from autograder.course_folder import open_course
    from autograder.gradebook.nbgrader_api import build_release
    from tests.conftest import copy_course, hand_in_example_class

    (folder / "course").mkdir()
    root = copy_course(folder / "course")
    build_release(open_course(root))
    hand_in_example_class(root)
    for secret in secrets:
        shutil.rmtree(root / "records", ignore_errors=True)
        (root / "course_secret").write_text(course_secret(secret))
        course = open_course(root)
        for student in grade_class(course, course.students):
            for verdict in student.verdicts:
                yield (
                    f"class/{student.student}/{verdict.notebook}/{secret}",
                    Decided(_lines(verdict.checks), verdict.notices),
                )


def attacks(secrets: Iterable[str], folder: Path, only: str) -> Iterator[tuple[str, Decided]]:
    """Every attack; those that harm themselves by chance are left out."""
    os.environ["PATH"] = os.pathsep.join([str(Path(".venv/bin").resolve()), os.environ["PATH"]])
    from tests.attacks.attack import ANYTHING
    from tests.attacks.battlefield import BATTLES, fight

    for secret in secrets:
        for name in BATTLES:
            battle = fight(folder / f"{name} {secret}", name, secret=course_secret(secret))
            known = {"COURSE_FOLDER": str(battle.course.root)}
            for student, seen in battle.observed.items():
                if seen.attack.loses != ANYTHING:
                    assert seen.verdict is not None
                    yield (
                        f"attacks/{student}/{secret}",
                        Decided(_lines(seen.verdict.checks, known), seen.verdict.notices),
                    )
