"""`python -m tests.mutants`: judges every mutant, writes build/mutants.md, and fails where the table says otherwise."""

import argparse
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tests.conftest import REPOSITORY
from tests.mutants import report, same, self_checks, table
from tests.mutants.generation import EXPERIMENTS, Mutant, all_mutants, pairs
from tests.mutants.judging import PROCESSES, Judged, judge_all
from tests.mutants.solutions import solutions
from tests.mutants.table import Row

TARGET = REPOSITORY / "build" / "mutants.md"
TARGET_OF_PAIRS = TARGET.with_stem("mutants_of_two_changes")
SHOWN = 60  # problems that are printed


def judged_with_progress(mutants: Sequence[Mutant], secret: int, processes: int) -> list[Judged]:
    """All verdicts in the mutants' order."""
    columns = (TextColumn("secret {task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    found = {}
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task(str(secret), total=len(mutants))
        for one in judge_all(mutants, secret, processes):
            found[one.cell.name] = one
            progress.advance(task)
    return [found[mutant.name] for mutant in mutants]


def otherwise_named(runs: Sequence[Sequence[Judged]], rows: Mapping[str, Row]) -> list[str]:
    """Mutants that get other points or names of mistakes at another secret, but those left to chance."""
    first, *others = runs
    return [
        f"{one.cell.row}\n    lost {one.lost:g} by {dict(one.named)}, then {other.lost:g} by {dict(other.named)}"
        for run in others
        for one, other in zip(first, run, strict=True)
        if (one.lost, one.named) != (other.lost, other.named)
        and not (one.cell.name in rows and rows[one.cell.name].kind == "chance")
    ]


def compare_with_self_checks(mutants: Sequence[Mutant], secret: int, processes: int) -> int:
    """Says where the self-checks call right what the graders do not, or the other way round; 1 if anywhere."""
    found = list(self_checks.compare_all(mutants, secret, processes))
    wrong = list(self_checks.problems(found, table.survivors()))
    print("\n".join(wrong))
    killed = sum(not one.judged.lives for one in found)
    print(f"{len(found)} mutants, {killed} killed; {len(wrong)} of which graders and self-checks say something else")
    return int(bool(wrong))


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=solutions(), metavar="FUNCTION", help="these functions")
    parser.add_argument("--secrets", type=int, default=1, help="how many secrets, from the first on")
    parser.add_argument("--first", type=int, default=1, help="the first secret")
    parser.add_argument("--processes", type=int, default=PROCESSES)
    parser.add_argument("--same", action="store_true", help="compare on generated inputs what the table calls the same")
    parser.add_argument(
        "--pairs", action="store_true", help=f"a sample of two changes at once: {len(EXPERIMENTS)} experiments"
    )
    parser.add_argument(
        "--self-checks", action="store_true", help="compare the graders with the notebooks' self-checks"
    )
    parser.add_argument("--summary", action="store_true", help="print the README's table, judging nothing")
    options = parser.parse_args()
    if options.same:
        different = list(same.differences(options.only or solutions()))
        print("\n".join(different) or f"the same on {same.INPUTS:,} generated inputs each")
        return int(bool(different))
    if options.summary:
        print("\n".join(report.summary(all_mutants(), table.survivors())))
        return 0
    generated = pairs() if options.pairs else all_mutants()
    mutants = [m for m in generated if not options.only or m.function in options.only]
    if options.self_checks:
        return compare_with_self_checks(mutants, options.first, options.processes)
    secrets = range(options.first, options.first + options.secrets)
    runs = [judged_with_progress(mutants, secret, options.processes) for secret in secrets]
    rows = table.survivors(options.pairs)
    wrong = [said for run in runs for said in report.problems(run, rows, whole=not options.only)]
    target = TARGET_OF_PAIRS if options.pairs else TARGET
    target.parent.mkdir(exist_ok=True)
    target.write_text("\n".join(report.markdown(runs[0], rows, options.first)), encoding="utf-8")
    differing = otherwise_named(runs, rows)
    print("\n".join(wrong[:SHOWN] + differing[:SHOWN]))
    total = sum(report.counts(runs[0], rows).values(), report.Counter())
    print(f"{total['mutants']} mutants, {total['killed']} killed, score {100 * report.score(total):.2f} %: {target}")
    print(f"{len(wrong)} problems; {len(differing)} with other points or names at another secret")
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
