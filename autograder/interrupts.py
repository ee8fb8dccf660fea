"""Ctrl-C as a question that is asked between two steps, not an exception that strikes in the middle of one.

Raised wherever the interpreter happens to be, a KeyboardInterrupt can leave a lock taken that other threads wait for,
for ever: the condition of a future, the mutex of a queue. So the first Ctrl-C is only noted, and whoever waits looks
for it in between; the second one does as usual, for who does not want to wait.
"""

import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from types import FrameType

LOOK_EVERY = 0.1  # seconds

_asked = False


@contextmanager
def noted() -> Iterator[None]:
    """While it lasts, Ctrl-C is noted. For the main thread, as Python's signal handlers are."""
    global _asked

    def note(number: int, frame: FrameType | None) -> None:
        global _asked
        _asked = True
        signal.signal(signal.SIGINT, before)

    _asked = False
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:  # started in the background: Ctrl-C is for others
        yield
        return
    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        _asked = False


def asked() -> bool:
    """Whether there was a Ctrl-C."""
    return _asked


def first_done(futures: Iterable[Future], grace: float = 0.0) -> set[Future]:
    """Those that are done, as soon as one is. Raises KeyboardInterrupt `grace` seconds after a Ctrl-C."""
    waiting = set(futures)
    while True:
        last = _asked
        done, _ = wait(waiting, timeout=(grace or LOOK_EVERY) if last else LOOK_EVERY, return_when=FIRST_COMPLETED)
        if done:
            return done
        if last:
            raise KeyboardInterrupt
