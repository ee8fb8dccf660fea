"""Limits contradict neither themselves nor sense, and a child's exit status is told in the right words."""

import signal

import pytest

from autograder.sandbox import Ending, Limits
from autograder.sandbox.outcome import from_wait_status


def test_a_course_may_override_single_limits() -> None:
    assert Limits(cpu_seconds=7).cpu_seconds == 7
    assert Limits(cpu_seconds=7).frames == Limits().frames


@pytest.mark.parametrize("wrong", [{"frames": 0}, {"idle_seconds": -1.0}, {"idle_seconds": float("nan")}])
def test_a_limit_that_is_not_positive_is_refused_by_name(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Limits(**wrong)  # type: ignore[arg-type]


def test_limits_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="data_segment"):
        Limits(address_space=2**30, data_segment=2**31)


@pytest.mark.parametrize(
    ("status", "cpu_seconds", "ending", "detail"),
    [
        (0, 1.0, Ending.FINISHED, "exit code 0"),
        (3 << 8, 1.0, Ending.EXITED, "exit code 3"),
        (signal.SIGSEGV, 1.0, Ending.CRASHED, "SIGSEGV"),
        (signal.SIGSEGV | 0x80, 1.0, Ending.CRASHED, "SIGSEGV"),
        (signal.SIGRTMIN + 1, 1.0, Ending.CRASHED, "signal 35"),
        (signal.SIGKILL, 1.0, Ending.CRASHED, "SIGKILL"),
        (signal.SIGKILL, 11.0, Ending.CPU_LIMIT, "used 10 s of processor time"),
        (signal.SIGXCPU, 10.0, Ending.CPU_LIMIT, "used 10 s of processor time"),
    ],
)
def test_wait_statuses(status: int, cpu_seconds: float, ending: Ending, detail: str) -> None:
    assert from_wait_status(status, cpu_seconds, cpu_limit=10) == (ending, detail)
