"""The frames of an answer: what the worker says of cells and probes, written inside and read outside by this file.

`encode` makes the payload of one frame, `decode` reads it and trusts nothing: it returns one of the classes below or
raises `codec.Malformed`. The evidence on disk is kept in the same frames.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from autograder.sandbox import codec


@dataclass(frozen=True)
class Returned:
    """The call came back. `value` is plain data: numbers, text, arrays, containers of these, or `codec.Other`."""

    value: Any
    changed: tuple[str, ...] = ()  # arguments whose contents the call altered
    global_random: bool = False  # whether NumPy's or Python's global random state moved


@dataclass(frozen=True)
class Raised:
    """The call ended in an exception."""

    kind: str
    message: str
    line: str | None = None  # the student's line it came from


@dataclass(frozen=True)
class Missing:
    """The notebook does not define the function."""

    function: str


@dataclass(frozen=True)
class Stopped:
    """There is no answer, for a reason that is not the call's own exception."""

    reason: str


Answer = Returned | Raised | Missing | Stopped


@dataclass(frozen=True)
class CellOutcome:
    """What running one code cell showed."""

    output: str = ""
    error: Raised | None = None


@dataclass(frozen=True)
class Begun:
    """Work that begins now: if no further frame comes, it is what ended the process."""

    kind: Literal["cell", "probe"]
    name: int | str  # the cell's index, the probe's function


@dataclass(frozen=True)
class CellRan:
    """One cell's outcome."""

    index: int
    outcome: CellOutcome


@dataclass(frozen=True)
class Answered:
    """The answer to one step of a probe."""

    probe: str
    step: str
    answer: Answer


@dataclass(frozen=True)
class Ended:
    """Everything asked for was reached."""


Frame = Begun | CellRan | Answered | Ended


def encode(frame: Frame, describe: Callable[[Any], dict | None] = lambda value: None) -> bytes:
    """The payload of a frame; `describe` says in plain data what a lab's own objects are.

    Raises ValueError for an answer that is too large or too finely divided.
    """
    return codec.encode(_plain_frame(frame), describe=describe)


def _plain_frame(frame: Frame) -> dict[str, Any]:
    match frame:
        case Begun(kind, name):
            return {"begin": [kind, name]}
        case CellRan(index, CellOutcome(output, error)):
            return {"cell": index, "output": output} | ({} if error is None else {"error": _plain_error(error)})
        case Answered(probe, step, answer):
            return {"probe": probe, "step": step, "answer": _plain_answer(answer)}
        case Ended():
            return {"end": True}


def _plain_answer(answer: Answer) -> dict[str, Any]:
    match answer:
        case Returned(value, changed, moved):
            return {"value": value, "changed": list(changed), "global_random": moved}
        case Raised():
            return {"error": _plain_error(answer)}
        case Missing(function):
            return {"missing": function}
        case Stopped(reason):
            return {"stopped": reason}


def _plain_error(error: Raised) -> dict[str, Any]:
    return {"kind": error.kind, "message": error.message, "line": error.line}


def decode(payload: bytes) -> Frame:
    """The frame in a payload. Raises `codec.Malformed` for anything that `encode` does not write."""
    match codec.decode(payload):
        case {"begin": [("cell" | "probe") as kind, (int() | str()) as name]}:
            return Begun(kind, name)
        case {"cell": int(index), "output": str(output), **rest}:
            return CellRan(index, CellOutcome(output, _error(rest["error"]) if "error" in rest else None))
        case {"probe": str(probe), "step": str(step), "answer": dict(answer)}:
            return Answered(probe, step, _answer(answer))
        case {"end": True}:
            return Ended()
    raise codec.Malformed("not an outcome")


def _answer(answer: dict[str, Any]) -> Answer:
    match answer:
        case {"value": value, "changed": list(changed), "global_random": bool(moved)}:
            return Returned(value, tuple(str(name) for name in changed), moved)
        case {"missing": str(name)}:
            return Missing(name)
        case {"stopped": str(reason)}:
            return Stopped(reason)
        case {"error": error}:
            return _error(error)
    raise codec.Malformed("not an answer")


def _error(error: Any) -> Raised:
    match error:
        case {"kind": str(kind), "message": str(message), "line": None | str() as line}:
            return Raised(kind, message, line or None)
    raise codec.Malformed("not an error")
