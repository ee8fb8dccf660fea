"""The frames of an answer: what the worker says of cells and probes, written inside and read outside by this file.

`encode` makes the payload of one frame, `decode` reads it and trusts nothing: it returns one of the classes below or
raises `codec.Malformed`. The evidence on disk is kept in the same frames.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
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

CELL = replace(codec.ANSWER, text=20_000)  # the output of a cell is longer than a text in an answer: a page of it


def encode(frame: Frame, describe: Callable[[Any], dict | None] = lambda value: None) -> bytes:
    """The payload of a frame; `describe` says in plain data what a lab's own objects are.

    Raises ValueError for an answer that is too large or too finely divided.
    """
    match frame:
        case Begun(kind, name):
            return codec.encode(None, label=["begin", kind, name])
        case CellRan(index, CellOutcome(output, error)):
            said = {"output": output, "error": None if error is None else _plain_error(error)}
            return codec.encode(said, label=["cell", index], caps=CELL)
        case Answered(probe, step, answer):
            return codec.encode(_plain_answer(answer), describe=describe, label=["probe", probe, step])
        case Ended():
            return codec.encode(None, label=["end"])


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


def decode(payload: bytes, wanted: Callable[[codec.Label], bool] = lambda label: True) -> Frame | None:
    """The frame in a payload; None for a cell or an answer whose label is not wanted, of which nothing more is read.

    Labels are ["cell", index] and ["probe", function, step]. Raises `codec.Malformed` for anything that `encode` does
    not write.
    """
    opened = codec.open_payload(payload, CELL)
    match opened.label:
        case ["begin", ("cell" | "probe") as kind, (int() | str()) as name]:
            return Begun(kind, name)
        case ["end"]:
            return Ended()
        case ["cell", int(index)]:
            return CellRan(index, _cell(opened.value())) if wanted(opened.label) else None
        case ["probe", str(probe), str(step)]:
            return Answered(probe, step, _answer(opened.value())) if wanted(opened.label) else None
    raise codec.Malformed("not an outcome")


def _cell(said: Any) -> CellOutcome:
    match said:
        case {"output": str(output), "error": error}:
            return CellOutcome(output, None if error is None else _error(error))
    raise codec.Malformed("not a cell's outcome")


def _answer(answer: Any) -> Answer:
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
