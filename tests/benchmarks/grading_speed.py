"""What grading costs, and where it goes: `python -m tests.benchmarks.grading_speed --submissions 16`.

Grades copies of the reference, all notebooks, three ways: in this process with one warm sandbox (where the time of
one submission goes), as `initlab grade` does it (all cores, gradebook included), and by stock nbgrader.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat

from autograder.class_grading import grade_class
from autograder.course_folder import CourseFolder, open_course
from autograder.gradebook.kernels import record_kernel
from autograder.gradebook.nbgrader_api import build_release
from autograder.gradebook.recorder import recorder
from autograder.grading import GradedStudent, grade_student
from autograder.submission.example_class import bases
from autograder.submission.release import STUDENTS_KERNEL
from autograder.version import VERSION
from tests.conftest import ASSIGNMENT, copy_course

STOCK = """
c = get_config()
c.CourseDirectory.root = {root!r}
c.CourseDirectory.release_directory = "assignments"
c.Execute.timeout = 600
"""


def cpu() -> float:
    """Processor seconds of this process and all children that have ended."""
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in usage)


def timed(what: str, count: int, action: Callable[[], Any]) -> Any:
    """Run, print wall and processor seconds in all and for each of `count`."""
    wall, before = time.perf_counter(), cpu()
    result = action()
    wall, used = time.perf_counter() - wall, cpu() - before
    print(
        f"{what:<52} {wall:7.2f} s wall {used:7.2f} s cpu   {wall / count:7.3f} s wall {used / count:7.3f} s cpu each"
    )
    return result


def hand_in_copies(course: Path, count: int) -> list[str]:
    """`count` students who all hand in the reference."""
    names = [f"student{number:03d}" for number in range(count)]
    opened = open_course(course)
    for name in names:
        folder = course / "submitted" / name / ASSIGNMENT
        folder.mkdir(parents=True)
        for notebook, node in bases(opened.masters, opened.release)["reference"].items():
            nbformat.write(node, folder / f"{notebook}.ipynb")
    return names


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=16)
    parser.add_argument("--stock", type=int, default=2, help="submissions graded by stock nbgrader, 0 for none")
    chosen = parser.parse_args()
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    with tempfile.TemporaryDirectory() as folder:
        root = copy_course(Path(folder) / "course")
        build_release(open_course(root))
        names = hand_in_copies(root, chosen.submissions)
        course = open_course(root)
        one_by_one(course, names[:5])
        shutil.rmtree(root / "records")
        graded = timed("initlab grade: verdicts", len(names), lambda: list(grade_class(course, names)))
        assert all(student.score == student.max_score for student in graded)
        timed(
            "initlab grade: gradebook and feedback",
            len(names),
            lambda: record_all(course, graded),
        )
        if chosen.stock:
            stock(root, names[: chosen.stock])


def record_all(course: CourseFolder, graded: list[GradedStudent]) -> None:
    with recorder(course) as writer:
        assert not any(writer.record(one, True) for one in graded)


def one_by_one(course: CourseFolder, names: list[str]) -> None:
    """Where one submission's time goes, the first one (which starts the sandbox) left out."""
    timed("first submission, sandbox's start included", 1, lambda: steps(course, names[0], show=False))
    for name in names[1:]:
        steps(course, name, show=True)


def steps(course: CourseFolder, name: str, show: bool) -> None:
    """One student, read, run and judged in this process, with its time and the size of its records."""
    started = time.perf_counter()
    grade_student(course, name, alone=True)
    size = sum(path.stat().st_size for path in course.record_folder(name).iterdir())
    if show:
        print(f"  {name}: {time.perf_counter() - started:.3f} s, {size / 1e6:.1f} MB of records")


def stock(root: Path, names: list[str]) -> None:
    """The same submissions by nbgrader as it comes."""
    (root / "nbgrader_config.py").write_text(STOCK.format(root=str(root)))
    shutil.rmtree(root / "autograded", ignore_errors=True)
    record_kernel(f"sqlite:///{root}/gradebook.db", ASSIGNMENT, STUDENTS_KERNEL)  # as its own release would
    for name in names:
        command = ["nbgrader", "autograde", ASSIGNMENT, "--force", f"--student={name}"]
        timed(f"stock nbgrader, {name}", 1, lambda command=command: subprocess.run(
            command, cwd=root, check=True, capture_output=True))  # fmt: skip


if __name__ == "__main__":
    print(f"initlab {VERSION}, {os.cpu_count()} cores")
    main()
