"""What a cell loses: judged in this process, in the otherwise solved notebook, by its function's grader."""

import multiprocessing
import resource
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from tests.bank import local
from tests.notebooks import defined_by

SECONDS = 5.0  # of processor time for a step; the slowest reference needs 0.1
MEMORY = 24 << 30  # bytes of addresses for a worker: TensorFlow takes some, a loop that collects for ever takes all
CHUNK = 20  # cells for a task
TASKS = 40  # for one process, which grows with every Keras model it builds
PROCESSES = 2


class Cell(Protocol):
    """A cell that defines one graded function: a mutant, or an answer of somebody's."""

    function: str
    source: str


@dataclass(frozen=True)
class Judged:
    """One cell's verdict at one secret."""

    cell: Any  # Cell
    lost: float
    named: tuple[tuple[str, str | None], ...]  # (check that failed, mistake)
    broken: bool  # the grader itself failed
    words: str = ""  # of the checks that failed

    @property
    def lives(self) -> bool:
        """Whether it got full points."""
        return self.lost == 0 and not self.broken


def notebook_with(cell: Cell) -> dict[str, Any]:
    """What the solved notebook defines if this is its cell. Raises what the cell raises."""
    names = dict(defined_by("reference", local.graders()[cell.function].notebook))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(cell.source, "cell", "exec"), names)
    return names


def judged(cell: Cell, secret: int) -> Judged:
    """The verdict on a cell; one that fails defines nothing."""
    grader = local.graders()[cell.function]
    try:
        names = notebook_with(cell)
    except Exception:
        names = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        checks = local.verdict_on(grader, names, str(secret).encode(), SECONDS)
    failed = tuple((c.name.removeprefix("test_"), c.misconception) for c in checks if c.status == "failed")
    lost = round(sum(c.points - c.earned for c in checks), 9)
    words = " | ".join(c.message for c in checks if c.status in ("failed", "grader error"))
    return Judged(cell, lost, failed, any(c.status == "grader error" for c in checks), words)


def judge_all(cells: Iterable[Cell], secret: int, processes: int = PROCESSES) -> Iterator[Judged]:
    """All verdicts, as they come, by so many processes."""
    cells = tuple(cells)
    tasks = [(cells[i : i + CHUNK], secret) for i in range(0, len(cells), CHUNK)]
    with multiprocessing.get_context("spawn").Pool(processes, limit_memory, maxtasksperchild=TASKS) as pool:
        for some in pool.imap_unordered(_judge_some, tasks):
            yield from some


def limit_memory() -> None:
    """A worker that collects for ever ends by itself."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _judge_some(task: tuple[Sequence[Cell], int]) -> list[Judged]:
    cells, secret = task
    return [judged(cell, secret) for cell in cells]
