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

__all__ = [
    "Answer", "Asked", "CellOutcome", "Evidence", "Missing", "Progress", "Raised", "Returned", "Stopped", "read_frames",
]  # fmt: skip

CHANGED_ARGUMENTS = 20  # of a call that are named; no probe passes that many
# Of all cells together: ten pages for each of a hundred cells. The rest of a page that nobody reads is left out.
OUTPUT_CHARACTERS = 2_000_000
LEFT_OUT = "(left out: the cells before it have printed more than anybody reads)"


@dataclass(frozen=True)
class Evidence:
    """Everything that came back from one notebook."""

    cells: Mapping[int, CellOutcome] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)  # function -> step -> answer

    def answer(self, function: str, step: str) -> Answer:
        """The answer to a step of a function's probe; a step nobody answered was stopped."""
        return self.answers.get(function, {}).get(step, Stopped("it was not reached"))


@dataclass(frozen=True)
class Asked:
    """What a run is asked for: of anything else that comes back nothing is read."""

    cells: frozenset[int]
    steps: frozenset[tuple[str, str]]  # function, step


@dataclass(frozen=True)
class Progress:
    """What one run of the worker got done, read from its frames."""

    evidence: Evidence
    kept: tuple[bytes, ...]  # the frames it was read from, as they came
    begun: Begun | None  # what was under way at the end
    complete: bool
    malformed: str | None = None


def read_frames(payloads: Iterable[bytes], asked: Asked) -> Progress:
    """Everything that was asked for in the frames, up to the first that is not what the worker sends."""
    cells: dict[int, CellOutcome] = {}
    answers: dict[str, dict[str, Answer]] = {}
    kept: list[bytes] = []
    begun: Begun | None = None
    room = OUTPUT_CHARACTERS

    def wanted(label: codec.Label) -> bool:
        match label:
            case ["cell", int(index)]:
                return index in asked.cells and index not in cells
            case ["probe", str(function), str(step)]:
                return (function, step) in asked.steps and step not in answers.get(function, {})
        return False

    def progress(complete: bool, malformed: str | None = None) -> Progress:
        return Progress(Evidence(cells, answers), tuple(kept), None if complete else begun, complete, malformed)

    for payload in payloads:
        try:
            frame = frames.decode(payload, wanted)
        except codec.Malformed as problem:
            return progress(False, str(problem))
        match frame:
            case Begun():
                begun = frame
            case CellRan(index, CellOutcome(output, error)):
                output = clean(output) if len(output) <= room else LEFT_OUT
                room -= len(output)
                cells[index] = CellOutcome(output, None if error is None else _clean_error(error))
                kept.append(payload)
                begun = None
            case Answered(function, step, answer):
                answers.setdefault(function, {})[step] = _clean_answer(answer)
                kept.append(payload)
            case Ended():
                return progress(True)
    return progress(False)


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
