"""All variants in several processes, and which of them come first."""

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tests.bank.entry import WITH_KERAS
from tests.variants import sandboxed
from tests.variants.judging import Judged, judged
from tests.variants.subjects import names_of, subject

TASKS = 40  # for one process, which grows with every Keras model it builds
Task = tuple[str, str, str]  # function, name of the right answer, secret; the ways in the sandbox are one task, too
SANDBOX = "the sandbox"


def tasks(chosen: Iterable[str], secret: str = "1") -> list[Task]:
    """All right answers, those that take longest first."""
    ordered = sorted(chosen, key=lambda function: (function not in WITH_KERAS, function))
    return [("", SANDBOX, secret), *((function, name, secret) for function in ordered for name in names_of(function))]


def done(task: Task) -> list[Judged]:
    """Every variant of one right answer."""
    function, name, secret = task
    return list(judged(subject(function, name), secret.encode())) if function else sandboxed.judged()


def run(asked: Sequence[Task], processes: int) -> Iterator[Judged]:
    """All of them, in as many processes, with a bar."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    pool = multiprocessing.get_context("spawn").Pool(processes, maxtasksperchild=TASKS)
    with pool, Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task("right answers", total=len(asked))
        for found in pool.imap_unordered(done, asked):
            progress.advance(bar)
            for one in found:
                if one.astray:
                    progress.console.print(str(one), markup=False)
                yield one
