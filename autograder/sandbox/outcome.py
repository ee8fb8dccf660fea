"""What the trusted side learns from one job: the frames, how it ended, and what it cost."""

import enum
import signal
from dataclasses import dataclass


class Ending(enum.StrEnum):
    """How a child ended. None says that the answer is complete or true: student code shares its process."""

    FINISHED = "finished"  # exit code 0, whoever asked for it
    EXITED = "exited"  # another exit code
    CRASHED = "crashed"  # killed by a signal of its own making
    CPU_LIMIT = "cpu limit"
    WALL_LIMIT = "wall limit"
    IDLE_LIMIT = "idle limit"  # waited without computing anything
    ANSWER_TOO_LARGE = "answer too large"
    MALFORMED_ANSWER = "malformed answer"
    LOST = "lost"  # the sandbox around it died; the job may be run again


@dataclass(frozen=True)
class Outcome:
    """One job's outcome. `frames` are raw payloads from untrusted code: whole ones, in the order sent."""

    frames: tuple[bytes, ...]
    ending: Ending
    detail: str  # words for people: "SIGSEGV", "exit code 3"
    output: bytes  # stdout and stderr together, capped
    cpu_seconds: float
    wall_seconds: float
    idle_seconds: float = 0.0  # in which it neither computed nor waited for a processor


def from_wait_status(status: int, cpu_seconds: float, cpu_limit: float) -> tuple[Ending, str]:
    """Ending and detail for a `wait` status."""
    if status & 0x7F == 0:
        code = (status >> 8) & 0xFF
        return (Ending.FINISHED, "exit code 0") if code == 0 else (Ending.EXITED, f"exit code {code}")
    number = status & 0x7F
    # SIGXCPU comes at the limit; whoever ignores it gets SIGKILL one second later
    if number == signal.SIGXCPU or (number == signal.SIGKILL and cpu_seconds >= cpu_limit):
        return Ending.CPU_LIMIT, f"used {cpu_limit:g} s of processor time"
    return Ending.CRASHED, signal_name(number)


def signal_name(number: int) -> str:
    """`SIGSEGV` for 11."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
