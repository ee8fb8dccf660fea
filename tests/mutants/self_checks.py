"""What the notebooks' self-checks say of a mutant: those that they call right and the graders do not are their gaps."""

import contextlib
import io
import multiprocessing
import signal
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from initlab import selfcheck

from autograder.sandbox import worker
from tests.mutants.judging import CHUNK, TASKS, Judged, judged, limit_memory, notebook_with
from tests.mutants.table import Row

# What a self-check calls right and the graders do not, for it cannot be sure of what is drawn.
BY_LUCK = {
    "build_model:arithmetic:2": "One of 33 seeds for a layer: two of them are the same once in a while.",
    "build_model:operand alone:4": "One of 31 seeds for a layer: two of them are the same once in a while.",
}
SECONDS = 10.0  # of processor time; the slowest self-check of a reference needs 2


@dataclass(frozen=True)
class Compared:
    """One cell's verdict beside the self-check's."""

    judged: Judged
    refused: str | None  # what the self-check found to be wrong; None if it looks right

    @property
    def is_gap(self) -> bool:
        """Whether the self-check calls right what loses points."""
        return not self.judged.lives and self.refused is None

    @property
    def is_false_alarm(self) -> bool:
        """Whether the self-check calls wrong what has full points."""
        return self.judged.lives and self.refused is not None


def problems(found: Iterable[Compared], rows: Mapping[str, Row]) -> Iterator[str]:
    """Where self-check and graders disagree, but by luck, or where a sentence stands that no grader holds."""
    for one in found:
        name = one.judged.cell.name
        if one.is_gap and name not in BY_LUCK:
            yield f"looks right to its self-check: {one.judged.cell.row}\n    {dict(one.judged.named)}"
        if one.is_false_alarm and not (name in rows and rows[name].kind in ("open", "chance")):
            yield f"refused by its self-check: {one.judged.cell.row}\n    {one.refused}"


def refusal(cell: Any) -> str | None:
    """What the self-check of a cell's function says is wrong; None if it looks right."""
    signal.signal(worker.ALARM, worker._on_alarm)
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(), worker._time_limit(SECONDS):
            warnings.simplefilter("ignore")
            names = notebook_with(cell)
            getattr(selfcheck, cell.function)(names[cell.function])
    except (Exception, worker.TimeLimit) as error:
        return f"{type(error).__name__}: {error}"
    return None


def compare_all(cells: Iterable[Any], secret: int, processes: int) -> Iterator[Compared]:
    """Every cell's verdict beside the self-check's, as they come."""
    cells = tuple(cells)
    tasks = [(cells[i : i + CHUNK], secret) for i in range(0, len(cells), CHUNK)]
    with multiprocessing.get_context("spawn").Pool(processes, limit_memory, maxtasksperchild=TASKS) as pool:
        for some in pool.imap_unordered(_compare_some, tasks):
            yield from some


def _compare_some(task: tuple[Sequence[Any], int]) -> list[Compared]:
    cells, secret = task
    return [Compared(judged(cell, secret), refusal(cell)) for cell in cells]
