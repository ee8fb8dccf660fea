"""Ctrl-C is noted and looked for in between: nothing is raised in the middle of a step."""

import os
import signal
import time
from concurrent.futures import Future

import pytest

from autograder import interrupts

pytestmark = pytest.mark.usefixtures("ctrl_c_arrives")


def ctrl_c() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_the_first_is_noted_and_the_second_does_as_usual() -> None:
    with interrupts.noted():
        assert not interrupts.asked()
        ctrl_c()
        assert interrupts.asked()
        with pytest.raises(KeyboardInterrupt):
            ctrl_c()
            time.sleep(1)
    assert not interrupts.asked()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_who_waits_is_told_soon() -> None:
    started = time.monotonic()
    with interrupts.noted():
        ctrl_c()
        with pytest.raises(KeyboardInterrupt):
            interrupts.first_done([Future()])
    assert time.monotonic() - started < 1


def test_what_is_done_is_given_all_the_same() -> None:
    done, open_one = Future(), Future()
    done.set_result(1)
    with interrupts.noted():
        ctrl_c()
        assert interrupts.first_done([done, open_one], grace=5) == {done}


def test_where_ctrl_c_is_ignored_it_stays_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with interrupts.noted():
            ctrl_c()
            assert not interrupts.asked()
    finally:
        signal.signal(signal.SIGINT, before)
