"""What judging one submission costs, function by function: `python -m tests.benchmarks.judging_cost`.

Grades the reference solution's notebooks at several secrets, one after another, in a warm sandbox: processor seconds of
the sandbox's children, and in this process those of drawing the probes and of judging what they answered.
"""

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from autograder.course_folder import open_course
from autograder.gradebook.nbgrader_api import build_release
from autograder.grading import grade_student, prepare
from autograder.verdict import judge
from tests.benchmarks.grading_speed import hand_in_copies
from tests.conftest import copy_course


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=8)
    submissions = parser.parse_args().submissions
    with tempfile.TemporaryDirectory() as folder:
        root = copy_course(Path(folder) / "course")
        build_release(open_course(root))
        names = hand_in_copies(root, submissions + 1)
        course = open_course(root)
        grade_student(course, names[0], alone=True)  # starts the sandbox and pytest
        children, ours = [], []
        for name in names[1:]:
            before = time.process_time()
            graded = grade_student(course, name, alone=True)
            assert graded.score == graded.max_score, graded.first_reason
            children.append(graded.cpu_seconds)
            ours.append(time.process_time() - before)
        drawing, judging = by_function(course, names[1:])
    print(f"median of {submissions} submissions, CPU seconds each")
    print(f"  children {statistics.median(children):.3f}, this process {statistics.median(ours):.3f}")
    print(f"  of which drawing {sum(drawing.values()):.3f}, judging {sum(judging.values()):.3f}")
    for function in sorted(drawing, key=lambda f: -drawing[f] - judging[f]):
        print(f"  {function:<28} drawing {drawing[function]:.4f}  judging {judging[function]:.4f}")


def by_function(course: Any, names: list[str]) -> tuple[dict[str, float], dict[str, float]]:
    """Median seconds of drawing each function's probe, and of judging right answers to it."""
    drawing, judging = defaultdict(list), defaultdict(list)
    for name in names:
        for notebook in course.notebooks:
            work = prepare(course, name, notebook)
            evidence = evidence_of(work)
            for grader in course.lab.graders:
                if grader.notebook != notebook:
                    continue
                seconds, probe = timed(lambda g=grader, w=work: judge.probe_for(g, w.secret, w.student, w.given))
                drawing[grader.function].append(seconds)
                case = judge.Case(grader.function, probe.given, evidence.answers[grader.function])
                seconds, checks = timed(lambda g=grader, c=case: judge.judge_case(g, c))
                assert all(check.status == "passed" for check in checks)
                judging[grader.function].append(seconds)
    return tuple({f: statistics.median(s) for f, s in each.items()} for each in (drawing, judging))  # type: ignore[return-value]


def evidence_of(work: Any) -> Any:
    """What its records hold."""
    from autograder.evidence import store
    from autograder.evidence.answers import Asked
    from autograder.sandbox.probes import answered

    steps = frozenset(
        (function, step) for function, asked in judge.asked_of(work.probes()).items() for step in answered(asked)
    )
    return store.load(work.folder, work.notebook, work.key, Asked(frozenset(work.submission.cells), steps))


def timed(action: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds, and the result."""
    before = time.process_time()
    result = action()
    return time.process_time() - before, result


if __name__ == "__main__":
    main()
