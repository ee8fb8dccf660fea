"""Evidence: what a submission's code did, as plain data that graders can judge without running it again."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

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
class Evidence:
    """Everything that came back from one notebook."""

    cells: Mapping[int, CellOutcome] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)  # probe -> step -> answer

    def answer(self, probe: str, step: str) -> Answer:
        """The answer to a step; a step nobody answered was stopped."""
        return self.answers.get(probe, {}).get(step, Stopped("it was not reached"))


@dataclass(frozen=True)
class Progress:
    """What one run of the worker got done, read from its frames."""

    evidence: Evidence
    begun: tuple[str, Any] | None  # ("cell", index) or ("probe", name) that was under way at the end
    complete: bool
    malformed: str | None = None


def read_frames(payloads: Iterable[bytes]) -> Progress:
    """Everything readable in the frames, up to the first that is not what the worker sends."""
    cells: dict[int, CellOutcome] = {}
    answers: dict[str, dict[str, Answer]] = {}
    begun: tuple[str, Any] | None = None
    complete = False
    malformed = None
    for payload in payloads:
        try:
            match codec.decode(payload):
                case {"begin": [("cell" | "probe") as kind, (int() | str()) as name]}:
                    begun = (kind, name)
                case {"cell": int(index), "output": str(output), **rest}:
                    cells.setdefault(index, CellOutcome(clean(output), _read_error(rest.get("error"))))
                    begun = None
                case {"probe": str(probe), "step": str(step), "answer": dict(answer)}:
                    read = _read_answer(answer)
                    answers.setdefault(probe, {}).setdefault(step, read)
                case {"end": True}:
                    begun, complete = None, True
                    break
                case _:
                    raise codec.Malformed("not an outcome")
        except codec.Malformed as problem:
            malformed = str(problem)
            break
    return Progress(Evidence(cells, answers), begun, complete, malformed)


def _read_answer(answer: dict[str, Any]) -> Answer:
    match answer:
        case {"value": value, "changed": list(changed), "global_random": bool(moved)}:
            return Returned(value, tuple(clean(str(name), 100) for name in changed[:20]), moved)
        case {"missing": str(name)}:
            return Missing(clean(name, 100))
        case {"unavailable": str(step)}:
            return Stopped(f"the call before it ({clean(step, 100)}) gave no value")
        case {"stopped": str(reason)}:
            return Stopped(clean(reason, 500))
        case {"error": error}:
            raised = _read_error(error)
            if raised is not None:
                return raised
    raise codec.Malformed("not an answer")


def _read_error(error: Any) -> Raised | None:
    match error:
        case None:
            return None
        case {"kind": str(kind), "message": str(message), "line": None | str() as line}:
            return Raised(clean(kind, 100), clean(message, 500), clean(line, 200) if line else None)
    raise codec.Malformed("not an error")


_ANSI = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|[@-Z\\-_])")


def clean(text: str, longest: int = 20_000) -> str:
    """Text that student code made, safe to show: no escape sequences, control or direction marks, not too long."""
    text = _ANSI.sub("", text[: longest * 2])
    kept = "".join(
        char
        if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
        else "\N{REPLACEMENT CHARACTER}"
        for char in text.replace("\r\n", "\n").replace("\r", "\n")
    )
    return kept if len(kept) <= longest else kept[:longest] + " …"
