"""Every variant of every right answer lives: `python -m tests.variants` (make variants), some minutes in two processes.

Writes `build/variants.md`: how many variants there were by kind and function, what lost points though it is right (the
exit code is 1 if anything did), and the forms that the text forbids, with its sentences.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from tests.bank.entry import functions
from tests.conftest import REPOSITORY
from tests.variants.report import report
from tests.variants.running import run, tasks

TARGET = REPOSITORY / "build" / "variants.md"
PROCESSES = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs everything and writes the page; 1 if a right answer lost points."""
    parser = argparse.ArgumentParser(prog="python -m tests.variants", description=__doc__.splitlines()[0])
    parser.add_argument("functions", nargs="*", metavar="function", help="only these functions' answers")
    parser.add_argument("--secret", default="1", help="what the probes are drawn from")
    parser.add_argument("--processes", type=int, default=PROCESSES)
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args(arguments)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: more threads cost more than they give
    os.environ |= {"TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0"}
    found = list(run(tasks(options.functions or functions(), options.secret), options.processes))
    options.target.parent.mkdir(parents=True, exist_ok=True)
    options.target.write_text(report(found), encoding="utf-8")
    astray = sum(one.astray for one in found)
    Console().print(f"{len(found):,} variants of right answers; {astray} astray. The page: {options.target}")
    return int(astray > 0)


if __name__ == "__main__":
    raise SystemExit(main())
