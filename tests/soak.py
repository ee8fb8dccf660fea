"""`python -m tests.soak`: a large class, a fifth of it hostile, graded in three orders by one sandbox; prints figures.

The verdicts must not depend on the order, the zygote's memory must stay flat, and nothing may be left behind.
Ends with exit code 1 where one of these does not hold.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder import grading
from autograder.course_folder import CourseFolder, open_course
from tests.attacks.attack import ANYTHING, NOTEBOOK, Attack
from tests.attacks.battlefield import SHORT, bases_of, catalogue, changes_since, processes_inside, small_course, world
from tests.conftest import ASSIGNMENT

ORDERS = 3
# Attacks that wait for the whole deadline would make hours of it; they are graded in tests/test_attacks.py.
LEFT_OUT = ("deadlock", "stops_itself", "daemon_deaf_to_signals", "busy_loop", "gigabyte_of_output", "million_cells")
# One zygote for all, so that what piles up in it would show.
LIMITS = SHORT | {"jobs_per_zygote": 10_000}


def hand_in(course: Path, submissions: int) -> list[str]:
    """Fill submitted/: every fifth student is hostile, the others right, empty, or wrong in one function."""
    bases = bases_of(course)
    hostile = [attack for attack in catalogue(course, 1, "nobody") if _wanted(attack)]
    students = []
    for number in range(submissions):
        if number % 5 == 0:
            attack = hostile[number // 5 % len(hostile)]
            folder = course / "submitted" / f"{number:03d}-{attack.student}" / ASSIGNMENT
            folder.mkdir(parents=True)
            attack.prepare(folder, bases)
        else:
            folder = course / "submitted" / f"{number:03d}-student" / ASSIGNMENT
            folder.mkdir(parents=True)
            nbformat.write(_ordinary(bases, number), folder / f"{NOTEBOOK}.ipynb")
        students.append(folder.parent.name)
    return students


def _wanted(attack: Attack) -> bool:
    linked = attack.name.startswith("linked_")  # their own folder is the link, whose name the soak chooses
    return attack.kind != "honest" and attack.loses != ANYTHING and attack.name not in LEFT_OUT and not linked


def _ordinary(bases: Mapping[str, NotebookNode], number: int) -> NotebookNode:
    base = bases["release" if number % 5 == 1 else "reference"]
    own = f"# {number}\nprint({number})"
    if number % 5 == 2:
        own += "\ndef he_normal(shape, rng, negative_slope=0.0):\n    return rng.normal(0.0, 2 / fans(shape)[1], shape)"
    return NotebookNode(base, cells=[*base.cells, nbformat.v4.new_code_cell(own, id="own")])


def grade_in(course: CourseFolder, order: Sequence[str]) -> dict[str, str]:
    """The verdicts as text, graded afresh in this order."""
    shutil.rmtree(course.root / "records", ignore_errors=True)
    graded = [grading.grade_student(course, student, alone=True) for student in order]
    return {one.student: "".join(verdict.to_json() for verdict in one.verdicts) for one in graded}


def zygote_memory(course: CourseFolder) -> float:
    """Memory in MB that the zygote does not share with files: what would grow if something piled up."""
    sandbox = grading._sandbox(course.lab_name, course.limits)
    sandbox.start()
    assert sandbox._zygote is not None
    bwrap = sandbox._zygote.pid
    (zygote,) = Path(f"/proc/{bwrap}/task/{bwrap}/children").read_text().split()
    lines = Path(f"/proc/{zygote}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) / 1024


def main() -> int:
    """Run the soak and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--submissions", type=int, default=300)
    submissions = parser.parse_args().submissions
    with tempfile.TemporaryDirectory() as folder:
        root = small_course(Path(folder) / "course", LIMITS)
        students = hand_in(root, submissions)
        course = open_course(root)
        before, memory = world(root), [zygote_memory(course)]
        results = []
        for number in range(ORDERS):
            order = random.Random(number).sample(students, len(students))
            started = time.perf_counter()
            results.append(grade_in(course, order))
            memory.append(zygote_memory(course))
            print(f"order {number + 1}: {time.perf_counter() - started:.0f} s, zygote {memory[-1]:.1f} MB", flush=True)
        different = [student for student in students if len({result[student] for result in results}) > 1]
        left = [*changes_since(before, root), *map(str, processes_inside())]
        growth = memory[-1] - memory[1]
    print(f"{submissions} submissions, {submissions // 5} of them hostile, in {ORDERS} orders")
    print(f"verdicts that depend on the order: {len(different)} {different[:5]}")
    print(f"zygote's own memory: {memory[0]:.1f} MB at first, {growth:+.2f} MB from the first order to the last")
    print(f"left behind: {left or 'nothing'}")
    # a leak of 1 kB for each submission would be 0.6 MB in the two later orders of 300
    return int(bool(different or left or growth > 0.5))


if __name__ == "__main__":
    sys.exit(main())
