"""How a self-check talks: one line for each thing that holds, one helpful error for the first that does not."""

import sysconfig
import traceback
from pathlib import Path
from typing import Any

LIBRARIES = (
    str(Path(__file__).parents[1]),
    *(sysconfig.get_path(kind) for kind in ("stdlib", "purelib", "platlib")),
)


class NotYet(AssertionError):
    """Something is not as asked; the message says what was found and what to look at."""

    def _render_traceback_(self) -> list[str]:
        """Jupyter shows this instead of a traceback through the lab's own code."""
        return [f"Not yet: {self}"]


def require(holds: Any, message: str) -> None:
    """Raise `NotYet` with the message unless it holds."""
    if not holds:
        raise NotYet(message)


def passed(name: str, *facts: str) -> None:
    """Say that a function does what its self-check looked at."""
    print(f"{name}: looks right ✓")
    for fact in facts:
        print(f"  · {fact}")


def attempt(name: str, call: str, function: Any, *args: Any, **kwargs: Any) -> Any:
    """The result of a call that has to return something. An unwritten stub, an error or None becomes a `NotYet`."""
    result = outcome(name, call, function, *args, **kwargs)
    require(result is not None, f"{call} returned None. Does your function end with a return statement?")
    return result


def outcome(name: str, call: str, function: Any, *args: Any, **kwargs: Any) -> Any:
    """The result of a call that may return None. An unwritten stub or an error becomes a `NotYet`."""
    try:
        return function(*args, **kwargs)
    except NotImplementedError as error:
        raise NotYet(_unwritten(name, error)) from None
    except NotYet:  # what a self-check passed on was asked for something else
        raise
    except Exception as error:
        raise NotYet(_stopped(call, error)) from None


def _unwritten(name: str, error: NotImplementedError) -> str:
    """Which stub was met: the function itself, or another one that it calls."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    stub = frame.name
    if frame.filename.startswith(LIBRARIES):
        return f"{name} has no {stub} of its own, and something calls it. Is it there, and spelled right?"
    if stub == name or stub.startswith("__"):
        return f"{name} still raises NotImplementedError: replace that line with your code."
    return f"{name} calls {stub}, and that still raises NotImplementedError: write {stub} first."


def _stopped(call: str, error: Exception) -> str:
    """What went wrong in a student's code, and in which lines of it, without the lines of libraries on the way."""
    frames = [
        f"\n  {frame.name}, line {frame.lineno} of its cell:  {frame.line}"
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.line and not frame.filename.startswith(LIBRARIES)
    ]
    own = dict.fromkeys((*frames[:1], *frames[-1:]))  # where it was called, and where it stopped
    return f"{call} stopped with an error.{''.join(own)}\n  {type(error).__name__}: {error}"
