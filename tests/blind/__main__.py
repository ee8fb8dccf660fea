"""`python -m tests.blind`: judges blind answers; says which right ones lose points, and which wrong ones none."""

import argparse
import itertools
import operator

from tests.blind.answers import ROUNDS, answers
from tests.mutants.judging import PROCESSES, judge_all


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, epilog="example: python -m tests.blind --rounds round_1")
    parser.add_argument("--rounds", nargs="+", choices=ROUNDS, default=ROUNDS, metavar="ROUND")
    parser.add_argument("--only", nargs="+", metavar="FUNCTION", help="answers to these functions")
    parser.add_argument("--secret", type=int, default=1)
    parser.add_argument("--as-meant", action="store_true", help="take every answer for what its author meant it to be")
    parser.add_argument("--processes", type=int, default=PROCESSES)
    options = parser.parse_args()
    chosen = [a for a in answers(tuple(options.rounds)) if not options.only or a.function in options.only]
    found = sorted(judge_all(chosen, options.secret, options.processes), key=lambda one: one.cell.name)
    kind = operator.attrgetter("cell.meant_right" if options.as_meant else "cell.right")
    right, wrong = list(filter(kind, found)), list(itertools.filterfalse(kind, found))
    losing = [one for one in right if not one.lives]
    living = [one for one in wrong if one.lives]
    for one in losing:
        print(f"right, but lost {one.lost:g}: {one.cell.name}: {one.words or dict(one.named)}")
    for one in living:
        print(f"wrong, but lost nothing: {one.cell.name}: {one.cell.source.splitlines()[0]}")
    print(f"{len(losing)} of {len(right)} right ones lost points, {len(living)} of {len(wrong)} wrong ones lost none")
    return int(bool(losing or living))


if __name__ == "__main__":
    raise SystemExit(main())
