"""Grading a class: students side by side in workers that can be killed, each at no cost to the others.

A worker that dies (killed by the machine, or by the bounds of a step) costs the one student it was at. Students who
were stopped by the clock come again at the end, alone, so that a busy machine takes no points.
"""

import atexit
import hashlib
import multiprocessing
import os
import signal
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from autograder.bounds import last_step, why_ended, work_under_bounds
from autograder.course_folder import CourseFolder
from autograder.grading import GradedStudent, grade_student, to_be_completed_by_hand
from autograder.interrupts import first_done
from autograder.sandbox import SandboxUnavailable, preflight


def grade_class(course: CourseFolder, students: Sequence[str], workers: int | None = None) -> Iterator[GradedStudent]:
    """Every student's verdicts, as they are ready. Raises SandboxUnavailable before anything is graded.

    Raises KeyboardInterrupt soon after a Ctrl-C that was noted (`interrupts`).
    """
    preflight()
    course.draw_secret()
    again: list[str] = []
    for graded in _side_by_side(course, students, min(workers or cores(), max(1, len(students))), alone=False):
        if graded.by_the_clock:
            again.append(graded.student)
        else:
            yield graded
    yield from _side_by_side(course, sorted(again), 1, alone=True)


def _side_by_side(course: CourseFolder, students: Sequence[str], workers: int, alone: bool) -> Iterator[GradedStudent]:
    if not students:
        return
    with tempfile.TemporaryDirectory(prefix="initlab-") as folder, killable(workers) as pool:
        notes = {student: Path(folder, hashlib.sha256(os.fsencode(student)).hexdigest()) for student in students}
        running: dict[Future, str] = {
            pool.schedule(_grade, args=(course, student, alone, notes[student])): student for student in students
        }
        while running:
            for future in first_done(running):
                student = running.pop(future)
                yield _result(course, student, future, notes[student])


def _result(course: CourseFolder, student: str, future: Future, note: Path) -> GradedStudent:
    try:
        return future.result()
    except SandboxUnavailable:
        raise
    except ProcessExpired as ended:
        step = last_step(note)
        return to_be_completed_by_hand(course, student, step, why_ended(step, how_it_ended(ended.exitcode)))
    except Exception as error:
        return to_be_completed_by_hand(course, student, None, f"{type(error).__name__}: {str(error)[:200]}")


def _grade(course: CourseFolder, student: str, alone: bool, note: Path) -> GradedStudent:
    """In a worker: one student, with a note of the step it is at."""
    work_under_bounds(note)
    return grade_student(course, student, alone)


def grade_one(course: CourseFolder, student: str) -> GradedStudent:
    """One student's verdicts, in a worker that stays for the next."""
    with tempfile.TemporaryDirectory(prefix="initlab-") as folder:
        note = Path(folder, "note")
        return _result(course, student, _worker_of_one().schedule(_grade, args=(course, student, True, note)), note)


@cache
def _worker_of_one() -> ProcessPool:
    pool = _pool(1)
    atexit.register(pool.stop)
    return pool


@contextmanager
def killable(workers: int) -> Iterator[ProcessPool]:
    """Processes of our own that may die, and that end with whoever needs them."""
    pool = _pool(workers)
    try:
        yield pool
        pool.close()
    except BaseException:
        pool.stop()
        raise
    finally:
        pool.join()


def _pool(workers: int) -> ProcessPool:
    """Fresh processes: a fork would share locks and threads of this one."""
    return ProcessPool(workers, context=multiprocessing.get_context("spawn"), initializer=_ignore_interrupts)


def _ignore_interrupts() -> None:
    """Ctrl-C is for the process that holds the workers, which then ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def how_it_ended(exitcode: int) -> str:
    """In words, for a process of ours."""
    match -exitcode:
        case signal.SIGPROF | signal.SIGALRM:
            return "it took too long"
        case signal.SIGKILL:
            return "it was killed, perhaps for lack of memory"
        case number if number > 0:
            return f"it was ended by {signal.Signals(number).name}"
    return f"exit code {exitcode}"


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0))
