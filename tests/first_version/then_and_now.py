"""What was found in the first version, tried from outside on a checkout: of that version, and of this one.

    git worktree add /some/where de2f619            # the first version
    python -m tests.first_version.then_and_now /some/where
    python -m tests.first_version.then_and_now .    # this one

It takes a quarter of an hour and up to 8 GB of memory, wants root for the host's devices, and prints `row | outcome`.
"""

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.first_version import hand_ins, mishaps
from tests.first_version.trees import Course, Tree


@dataclass(frozen=True)
class Row:
    """One thing to try."""

    finding: str  # in `tests/test_found.py`
    about: str  # what is done, and what was found in the first version
    tried: Callable[[Course], str]  # in a released course of its own; what is seen, in words


DEVICES = "changes mode and times of the host's devices"
FRAMES = "a frame of a cell that does not exist; an answer too large to store again"
COSTS = "arrays without bytes, one array many times, equal hashes, steps nobody asked for"
TWO_RUNS = "Ctrl-C does not stop it; two runs at once"
UNRELEASED = "without a release everyone is graded and nobody recorded; `make clean` deletes the gradebook"
TRACEBACKS = "tracebacks for an unreadable secret, an error in the configuration, a negative number of workers"
GRADEBOOK = "wrong advice for a locked gradebook; an empty secret is accepted"

ROWS: dict[str, Row] = {
    "devices": Row(DEVICES, "a cell changes mode and times of a device: the host's changes", hand_ins.devices),
    "long cell": Row(
        "an honest cell over 4,000 characters is cut silently",
        "5,000 characters of comment before `def fans`: it is said not to be there",
        hand_ins.long_cell,
    ),
    "comment cells": Row(
        "many long comment cells cost a neighbour",
        "150 cells of 3,700 characters of comment: the student and who is of the same batch are lost",
        hand_ins.comment_cells,
    ),
    "far cell": Row(
        FRAMES, "a forged error of cell 1,000,000: IndexError, the batch is lost", hand_ins.forged(hand_ins.FAR_CELL)
    ),
    "too large": Row(
        FRAMES,
        "a forged answer that can be read and not written: ValueError, the batch is lost",
        hand_ins.forged(hand_ins.TOO_LARGE),
    ),
    "equal hashes": Row(
        COSTS,
        "200 forged answers, dictionaries of 9,000 keys of one hash: half a second each",
        hand_ins.forged(hand_ins.EQUAL_HASHES),
    ),
    "one array": Row(
        COSTS,
        "an array of 4 MB named 250 times in each of two forged answers: gigabytes",
        hand_ins.forged(hand_ins.ONE_ARRAY),
    ),
    "markdown": Row(
        "Markdown and code whose rendering takes minutes",
        "an answer in words of 100 kB of `\\\\(`: the page takes half a minute",
        hand_ins.markdown,
    ),
    "killed worker": Row(
        "a killed worker costs everyone",
        "kill -9 of one of two workers in a class of four: all are lost",
        mishaps.killed_worker,
    ),
    "picture": Row(
        "a picture pasted into an answer costs the page",
        "an `attachment:` in the answer in words: no page, not recorded",
        hand_ins.picture,
    ),
    "sleep": Row(
        "cells that sleep stall a class", "ten cells that sleep: minutes of everybody's time", hand_ins.sleeps
    ),
    "two steps": Row(
        "reads its inputs, is graded, hands in a table of answers",
        "what the graded functions are asked in a first and a second hand-in of one student: the same",
        hand_ins.two_steps,
    ),
    "long integer": Row(
        "an integer of 5,000 digits or a forged description is left to a person",
        "`symmetry_experiment` returns {10**5000: 1}: it waits for a person",
        hand_ins.long_integer,
    ),
    "code for words": Row(
        "a code cell under the id of an answer in words brings HTML and forged rows",
        "raw HTML and a forged row of checks as code: both are on the page",
        hand_ins.code_for_words,
    ),
    "byte order mark": Row(
        "a byte order mark costs all points, an odd name beside it the record",
        "the right notebook after a UTF-8 byte order mark: no points",
        hand_ins.byte_order_mark,
    ),
    "odd name": Row(
        "a byte order mark costs all points, an odd name beside it the record",
        "files and a folder beside the notebook whose names are not UTF-8: not recorded",
        hand_ins.odd_name,
    ),
    "flock": Row("file locks between sandboxes", "flock on a library's file: another lock meets it", hand_ins.flock),
    "laws": Row(
        "lawful at some kernels, seeds or calls only",
        "`he_normal` that keeps the law in places: it loses a tenth of its points or nothing",
        hand_ins.laws,
    ),
    "release feedback": Row(
        "release_feedback never works, one without a time stamp stops everyone's",
        "nbgrader's release_feedback, two by the exchange and one not: nobody's page is released",
        mishaps.release_feedback,
    ),
    "typing mistake": Row(
        "a typing mistake runs students' code on the host",
        "`autograde_preprocesors` in the configuration: nbgrader runs the student's cells on the host",
        mishaps.typing_mistake,
    ),
    "exchange": Row(
        "the exchange is inside the course folder; collect leaves folders open to all",
        "where the exchange is, and modes after collect: inside, and 777",
        mishaps.exchange_inside,
    ),
    "Ctrl-C": Row(TWO_RUNS, "Ctrl-C in a terminal at the first record: a false row, in some runs", mishaps.ctrl_c),
    "SIGINT": Row(TWO_RUNS, "SIGINT to the command alone at the first record: it goes on to its end", mishaps.sigint),
    "two runs": Row(TWO_RUNS, "two `grade` at once: both write, someone is not recorded", mishaps.two_at_once),
    "no release": Row(
        UNRELEASED, "a clone's folder with hand-ins: nobody is recorded, and not a word why", mishaps.no_release
    ),
    "make clean": Row(UNRELEASED, "what `make clean` removes: gradebook and records too", mishaps.make_clean),
    "unreadable secret": Row(TRACEBACKS, "a folder as course_secret: a traceback", mishaps.unreadable_secret),
    "configuration": Row(TRACEBACKS, "a syntax error in nbgrader_config.py: a traceback", mishaps.configuration_error),
    "workers": Row(TRACEBACKS, "`--workers -2`: a traceback", mishaps.negative_workers),
    "locked gradebook": Row(GRADEBOOK, "another program holds it: wrong advice", mishaps.locked_gradebook),
    "empty secret": Row(GRADEBOOK, "an empty course_secret: it is taken", mishaps.empty_secret),
    "other names": Row(
        "files of another name or place are “not handed in” without a word",
        "“part2_techniques (1).ipynb”, and a notebook a folder too high: not handed in",
        mishaps.other_names,
    ),
    "second assignment": Row(
        "an ordinary second assignment is scored 0 without a word",
        "an ordinary assignment in the same folder, answered right: 0 of 5",
        mishaps.second_assignment,
    ),
}


def outcome(tree: Tree, row: Row) -> str:
    """What is seen in a course of its own, which is then removed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        try:
            return " ".join(row.tried(tree.course(Path(place) / "course")).split())
        except AssertionError as problem:
            return f"could not be tried: {str(problem)[-300:]!r}"


def main() -> int:
    """Print a line for each row."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("tree", type=Path, help="a checkout of the project")
    parser.add_argument("--only", action="append", choices=ROWS, metavar="ROW", help="may be repeated")
    parsed = parser.parse_args()
    tree = Tree(parsed.tree.resolve())
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has its background jobs ignore Ctrl-C
    for name in parsed.only or ROWS:
        print(f"{name} | {outcome(tree, ROWS[name])}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
