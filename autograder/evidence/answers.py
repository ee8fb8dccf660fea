"""Evidence: what a submission's code did, read from its frames; what students read of it is made harmless here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from autograder.sandbox import codec, frames
from autograder.sandbox.frames import (
    Answer,
    Answered,
    Begun,
    CellOutcome,
    CellRan,
    Ended,
    Missing,
    Raised,
    Returned,
    Stopped,
)  # fmt: skip
from autograder.submission.text import clean

__all__ = ["Answer", "CellOutcome", "Evidence", "Missing", "Progress", "Raised", "Returned", "Stopped", "read_frames"]

CHANGED_ARGUMENTS = 20  # of a call that are named; no probe passes that many


@dataclass(frozen=True)
class Evidence:
    """Everything that came back from one notebook."""

    cells: Mapping[int, CellOutcome] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)  # function -> step -> answer

    def answer(self, function: str, step: str) -> Answer:
        """The answer to a step of a function's probe; a step nobody answered was stopped."""
        return self.answers.get(function, {}).get(step, Stopped("it was not reached"))


@dataclass(frozen=True)
class Progress:
    """What one run of the worker got done, read from its frames."""

    evidence: Evidence
    begun: Begun | None  # what was under way at the end
    complete: bool
    malformed: str | None = None


def read_frames(payloads: Iterable[bytes]) -> Progress:
    """Everything readable in the frames, up to the first that is not what the worker sends."""
    cells: dict[int, CellOutcome] = {}
    answers: dict[str, dict[str, Answer]] = {}
    begun: Begun | None = None
    for payload in payloads:
        try:
            frame = frames.decode(payload)
        except codec.Malformed as problem:
            return Progress(Evidence(cells, answers), begun, complete=False, malformed=str(problem))
        match frame:
            case Begun():
                begun = frame
            case CellRan(index, CellOutcome(output, error)):
                cells.setdefault(index, CellOutcome(clean(output), None if error is None else _clean_error(error)))
                begun = None
            case Answered(function, step, answer):
                answers.setdefault(function, {}).setdefault(step, _clean_answer(answer))
            case Ended():
                return Progress(Evidence(cells, answers), None, complete=True)
    return Progress(Evidence(cells, answers), begun, complete=False)


def _clean_answer(answer: Answer) -> Answer:
    match answer:
        case Returned(changed=changed):
            return replace(answer, changed=tuple(clean(name, 100) for name in changed[:CHANGED_ARGUMENTS]))
        case Raised():
            return _clean_error(answer)
        case Missing(function):
            return Missing(clean(function, 100))
        case Stopped(reason):
            return Stopped(clean(reason, 500))


def _clean_error(error: Raised) -> Raised:
    line = clean(error.line, 200) if error.line else None
    return Raised(clean(error.kind, 100), clean(error.message, 500), line)
