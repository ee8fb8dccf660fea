"""Every variant of every right answer lives: `python -m tests.variants` (make variants), some minutes in two processes.

Writes `build/variants.md`: how many variants there were by kind and function, what lost points though it is right (the
exit code is 1 if anything did), and the forms that the text forbids, with its sentences.
"""

import argparse
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tests.bank.entry import WITH_KERAS, functions
from tests.conftest import REPOSITORY
from tests.variants import sandboxed
from tests.variants.judging import Judged, judged
from tests.variants.report import report
from tests.variants.subjects import names_of, subject

TARGET = REPOSITORY / "build" / "variants.md"
PROCESSES = 2
TASKS = 40  # for one process, which grows with every Keras model it builds
Task = tuple[str, str]  # function, name of the right answer; the ways in the sandbox are one task, too
SANDBOX: Task = ("", "the sandbox")


def tasks(chosen: Iterable[str]) -> list[Task]:
    """All right answers, those that take longest first."""
    ordered = sorted(chosen, key=lambda function: (function not in WITH_KERAS, function))
    return [SANDBOX, *((function, name) for function in ordered for name in names_of(function))]


def done(task: Task) -> list[Judged]:
    """Every variant of one right answer."""
    return sandboxed.judged() if task == SANDBOX else list(judged(subject(*task)))


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs everything and writes the page; 1 if a right answer lost points."""
    parser = argparse.ArgumentParser(prog="python -m tests.variants", description=__doc__.splitlines()[0])
    parser.add_argument("functions", nargs="*", metavar="function", help="only these functions' answers")
    parser.add_argument("--processes", type=int, default=PROCESSES)
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args(arguments)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: more threads cost more than they give
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    found = list(run(tasks(options.functions or functions()), options.processes))
    options.target.parent.mkdir(parents=True, exist_ok=True)
    options.target.write_text(report(found), encoding="utf-8")
    astray = sum(one.astray for one in found)
    Console().print(f"{len(found):,} variants of right answers; {astray} astray. The page: {options.target}")
    return int(astray > 0)


if __name__ == "__main__":
    raise SystemExit(main())
