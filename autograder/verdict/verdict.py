"""The verdict: what each check decided, its points, and what to tell the student. One record, many renderers."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from autograder.verdict.grader import Histogram
from autograder.version import VERSION

Status = Literal["passed", "failed", "skipped", "grader error"]


@dataclass(frozen=True)
class Check:
    """One test of one grader, decided for one submission."""

    function: str  # grade_id of the solution cell it judges
    name: str  # of the test
    title: str  # what the student reads: the test's docstring
    points: float
    status: Status
    message: str = ""  # why it failed or was skipped
    misconception: str | None = None  # key in the catalogue
    picture: Histogram | None = None

    @property
    def earned(self) -> float:
        """The points this check gives."""
        return self.points if self.status == "passed" else 0.0


@dataclass(frozen=True)
class Verdict:
    """Everything decided about one notebook of one submission."""

    student: str
    notebook: str
    checks: tuple[Check, ...]
    notices: tuple[str, ...] = ()  # about the file itself: not readable, cells restored, cells that failed
    version: str = VERSION  # of the program that decided

    @property
    def score(self) -> float:
        """Machine points of the notebook."""
        return sum(check.earned for check in self.checks)

    @property
    def max_score(self) -> float:
        """Machine points there are in the notebook."""
        return sum(check.points for check in self.checks)

    def of(self, function: str) -> tuple[Check, ...]:
        """The checks of one function, in order."""
        return tuple(check for check in self.checks if check.function == function)

    def needs_hand(self, function: str) -> bool:
        """Whether a grader failed here, so that a person must look."""
        return any(check.status == "grader error" for check in self.of(function))

    @property
    def first_reason(self) -> str:
        """The most telling line: what is wrong with the file, else the first failed check's message."""
        failed = [check.message for check in self.checks if check.status in ("failed", "grader error")]
        return next(iter([*self.notices, *failed]), "").partition("\n")[0]

    def in_order_of(self, functions: Sequence[str]) -> "Verdict":
        """The same verdict with its checks in the order of these functions; others follow as they are."""
        places = {function: place for place, function in enumerate(functions)}
        checks = sorted(self.checks, key=lambda check: places.get(check.function, len(places)))
        return replace(self, checks=tuple(checks))

    def to_json(self) -> str:
        """The record as text: the same verdict gives the same bytes."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, indent=1)

    @staticmethod
    def from_json(text: str) -> "Verdict":
        """The record that `to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
        record: dict[str, Any] = json.loads(text)
        checks = checks_from(record.pop("checks"))
        return Verdict(checks=checks, notices=tuple(record.pop("notices")), **record)


def checks_from(records: Iterable[Mapping[str, Any]]) -> tuple[Check, ...]:
    """The checks whose `dataclasses.asdict` these are. Raises KeyError or TypeError for anything else."""
    return tuple(_check(dict(record)) for record in records)


def _check(record: dict[str, Any]) -> Check:
    picture = record.pop("picture")
    if picture is not None:
        numbers = {key: tuple(picture[key]) for key in ("edges", "density", "expected")}
        picture = Histogram(**numbers, label=picture["label"])
    return Check(picture=picture, **record)


def say(checks: Iterable[Check]) -> str:
    """A function's checks as the comment a student reads: plain text, a line each."""
    lines = []
    for check in checks:
        mark = {
            "passed": "ok",
            "failed": "not yet",
            "skipped": "skipped",
            "grader error": "to be graded by hand",
        }
        worth = f"{check.earned:g} of {check.points:g}"
        lines.append(f"[{mark[check.status]}, {worth}] {check.title}")
        lines += [f"    {line}" for line in check.message.splitlines()]
    return "\n".join(lines)
