"""The trusted steps over a student's bytes: each is named, and bounded in time and memory.

Within its bounds a step may fail by a fault of ours (`StepFailed`). Beyond its time the kernel ends the process, even
in the middle of a library's C code; whoever waits for the process then knows from its note which step it was in.
"""

import contextlib
import enum
import resource
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class Step(enum.StrEnum):
    """What is done with a student's bytes on the trusted side, in this order."""

    READ = "reading the notebooks"
    SEND = "preparing what is run"
    DECODE = "reading what came back"
    JUDGE = "judging"
    STORE = "writing the records"
    RECORD = "writing the gradebook"
    RENDER = "making the feedback pages"


@dataclass(frozen=True)
class Bound:
    """What one step may use for one student."""

    cpu_seconds: float
    memory: int  # bytes beyond what the process holds already


GIB = 2**30
# The worst legal answers (every cap filled at once) take 3 s to read and 2 s to judge, and .4 GiB, on the machine of
# `python -m tests.benchmarks.worst_answer`; the rest is for slower machines. nbgrader's own work takes 2 s a student.
BOUNDS = {step: Bound(cpu_seconds=20.0, memory=GIB) for step in Step}
# A step that waits (for a disk, for the machine) may take this many times its processor time.
PATIENCE = 6.0


class StepFailed(Exception):
    """A step failed within its bounds: a fault of ours, which costs this student a look by hand and nobody a point."""

    def __init__(self, step: Step, reason: str) -> None:
        super().__init__(f"{step} failed ({reason})")
        self.step = step


_note: Path | None = None  # where this process says what it is at; None where nobody would read it


def work_under_bounds(note: Path) -> None:
    """From now on this process may be ended by the bounds of a step, and keeps its note in this file."""
    global _note
    _note = note


def last_step(note: Path) -> Step | None:
    """The step that a process was in when it ended, from its note."""
    try:
        return Step(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


@contextlib.contextmanager
def bounded(step: Step) -> Iterator[None]:
    """One trusted step. Raises StepFailed for whatever it raises."""
    bound = BOUNDS[step]
    try:
        with _memory(bound.memory), _time(step, bound.cpu_seconds):
            begin(step)
            yield
    except StepFailed:
        raise
    except MemoryError as error:
        raise StepFailed(step, f"it needs more than {bound.memory // 2**20} MB of memory") from error
    except Exception as error:
        raise StepFailed(step, f"{type(error).__name__}: {str(error)[:200]}") from error


def begin(step: Step) -> None:
    """Called as a step begins; tests put their faults here."""


@contextlib.contextmanager
def _memory(more: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    allowed = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (allowed if hard == resource.RLIM_INFINITY else min(allowed, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@contextlib.contextmanager
def _time(step: Step, cpu_seconds: float) -> Iterator[None]:
    """Nobody handles these alarms: they end the process, whatever it is doing."""
    if _note is None:
        yield
        return
    _note.write_text(step, encoding="utf-8")
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE * cpu_seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _note.write_text("", encoding="utf-8")


def why_ended(step: Step | None, how: str) -> str:
    """What to say of a student whose process ended."""
    return f"{step or 'running the notebooks'} did not come to an end ({how})"
