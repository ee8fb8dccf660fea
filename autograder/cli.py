"""The command line: `initlab release`, `initlab grade`, `initlab example`, `initlab forget`, `initlab doctor`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from autograder.version import VERSION

DONE, INCOMPLETE, USAGE, NO_SANDBOX, INTERRUPTED = 0, 1, 2, 3, 130

EXIT_CODES = """exit codes:
  0  everyone was graded
  1  someone could not be graded or recorded; the table says who and why
  2  the command was not understood, or the course folder is not ready
  3  the sandbox is not to be had on this machine: nothing was graded
  130  interrupted; who was finished is recorded
"""

console = Console()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code says how it went."""
    parsed = _parser().parse_args(arguments)
    parsed.course = parsed.course.resolve()
    from autograder.problems import NotReady
    from autograder.sandbox import SandboxUnavailable

    try:
        return parsed.command(parsed)
    except SandboxUnavailable as reason:
        console.print(f"[bold red]Nothing was graded.[/] {escape(str(reason))}")
        return NO_SANDBOX
    except NotReady as reason:
        console.print(f"[bold red]Not ready.[/] {escape(str(reason))}")
        return USAGE
    except KeyboardInterrupt:  # before anything was begun, or a second time
        console.print("Interrupted.")
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="initlab",
        description="A lab on weight initialization that grades itself.",
        epilog=f"example:\n  initlab release && initlab example && initlab grade\n\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {VERSION}")
    parser.add_argument("--course", type=Path, default=Path.cwd(), help="the course folder (default: this folder)")
    commands = parser.add_subparsers(title="commands", required=True)

    release = commands.add_parser(
        "release",
        help="build the student release from the masters",
        epilog="example:\n  initlab release --solutions",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_assignment(release)
    release.add_argument("--solutions", action="store_true", help="also run the masters and keep their outputs")
    release.set_defaults(command=_release)

    grade = commands.add_parser(
        "grade",
        help="grade everyone in submitted/, fill the gradebook, write feedback",
        epilog=f"example:\n  initlab grade --student ada --student emmy\n\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_assignment(grade)
    grade.add_argument("--student", action="append", metavar="ID", help="only this student; may be repeated")
    grade.add_argument("--workers", type=_at_least_one, metavar="N", help="sandboxes at once (default: one per core)")
    grade.add_argument("--no-feedback", action="store_true", help="leave nbgrader's feedback pages alone")
    grade.set_defaults(command=_grade)

    example = commands.add_parser("example", help="put the bundled example class into an empty submitted/ folder")
    _add_assignment(example)
    example.set_defaults(command=_example)

    forget = commands.add_parser(
        "forget",
        help="remove everything that is kept about a student",
        epilog="example:\n  initlab forget ada         # says what there is\n  initlab forget ada --yes   # removes it",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    forget.add_argument("student", metavar="STUDENT", help="the name of the folder in submitted/")
    forget.add_argument("--yes", action="store_true", help="remove it; there is no way back")
    forget.set_defaults(command=_forget)

    doctor = commands.add_parser("doctor", help="say whether this machine can grade safely, and if not, why")
    doctor.set_defaults(command=_doctor)
    return parser


def _add_assignment(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "assignment", nargs="?", metavar="ASSIGNMENT", help="may be left out where the course has one only"
    )


def _at_least_one(text: str) -> int:
    """A number of workers, from the command line."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of workers: it should be 1 or more")
    return number


def _release(parsed: argparse.Namespace) -> int:
    from autograder.course_folder import open_course
    from autograder.gradebook.nbgrader_api import build_release
    from autograder.submission.release import write_solutions

    course = open_course(parsed.course, parsed.assignment)
    for path in build_release(course):
        console.print(f"released {path.relative_to(course.root)}")
    if parsed.solutions:
        source, folder = (course.root / step / course.assignment for step in ("source", "solutions"))
        for path in write_solutions(course.masters, source, folder):
            console.print(f"executed {path.relative_to(course.root)}")
    return DONE


def _example(parsed: argparse.Namespace) -> int:
    from autograder.course_folder import open_course
    from autograder.submission.example_class import bases, hand_in

    course = open_course(parsed.course, parsed.assignment)
    if course.lab.example_class is None:
        console.print(f"The lab of {course.assignment} brings no example class.")
        return USAGE
    submitted = course.root / "submitted"
    if submitted.exists() and any(submitted.iterdir()):
        console.print("submitted/ holds a class already: the example class stays out of it.")
        return DONE
    notebooks = bases(course.masters, course.release)
    students = hand_in(course.lab.example_class, submitted, course.assignment, notebooks)
    console.print(f"The example class of {len(students)} is in {submitted}.")
    return DONE


def _forget(parsed: argparse.Namespace) -> int:
    from autograder.course_folder import load_config
    from autograder.grade_command import only_one_at_a_time
    from autograder.gradebook.forgetting import forget, kept_about
    from autograder.submission.text import clean

    config = load_config(parsed.course)
    with only_one_at_a_time(parsed.course):
        kept = kept_about(parsed.course, config, parsed.student)
        name = escape(clean(parsed.student, 60))
        if not kept:
            console.print(f"Nothing is kept about {name} in {parsed.course}.")
            return USAGE
        for path in kept.files:
            console.print(escape(clean(str(path), 300)))
        for row in kept.rows:
            console.print(f"gradebook: {escape(clean(row, 300))}")
        if kept.log is not None:
            console.print(f"{kept.log}: lines with the name")
        if not parsed.yes:
            console.print(
                f"Nothing was removed. `initlab forget {name} --yes` removes all of this about {name} for good."
            )
            return USAGE
        left = forget(config, kept)
    if left:
        console.print(
            f"Not removed: {escape(', '.join(clean(str(path), 300) for path in left))}. Run this as its owner."
        )
        return INCOMPLETE
    console.print(
        f"All of this about {name} is removed. What is not in the course folder is up to you: backups, exports."
    )
    return DONE


def _doctor(parsed: argparse.Namespace) -> int:
    from autograder.course_folder import load_config
    from autograder.problems import NotReady
    from autograder.sandbox import preflight

    try:
        from autograder import class_grading  # noqa: F401  (imports all that grading needs)
        from autograder.gradebook import ready
    except ModuleNotFoundError as missing:
        raise NotReady(
            f"The package {missing.name} is not installed in this environment: "
            "run `make setup`, or `pip install initlab[grader]` where initlab came as a wheel."
        ) from missing
    console.print(f"This machine can grade safely; sandbox tier: {preflight().name.lower()}.")
    if not (parsed.course / "nbgrader_config.py").exists():
        _print_sentence(f"{parsed.course} is no course folder, so none was looked at.")
        return DONE
    found = ready.findings(parsed.course, load_config(parsed.course))
    for finding in found:
        _print_sentence(f"{finding.what} {finding.why} {finding.mend}")
    if not found:
        console.print("Its configuration keeps students' code in the sandbox, and the folder to its owner.")
    return USAGE if found else DONE


def _print_sentence(text: str) -> None:
    """In one line, however long: a command in it is there to be copied."""
    console.print(escape(text), soft_wrap=True)


def _grade(parsed: argparse.Namespace) -> int:
    from autograder import grade_command
    from autograder.course_folder import open_course

    course = open_course(parsed.course, parsed.assignment)
    course.notebooks  # noqa: B018  (says what to do when there is no release)
    students = tuple(parsed.student or course.students)
    unknown = set(students) - set(course.students)
    if unknown or not students:
        missing = f"of {', '.join(sorted(unknown))}" if unknown else "yet"
        console.print(f"There is no submission {escape(missing)} in {course.root / 'submitted'}.")
        for sentence in grade_command.lying_about(course, ()):
            _print_sentence(sentence)
        return USAGE
    run = grade_command.grade(course, students, parsed.workers, feedback=not parsed.no_feedback)
    console.print(grade_command.table(run.rows))
    if said := grade_command.slow(run.rows):
        console.print(escape(said))
    for sentence in grade_command.lying_about(course, [row.graded.student for row in run.rows]):
        _print_sentence(sentence)
    if not parsed.no_feedback:
        console.print(f"Feedback pages: {course.root / 'feedback'}/<student>/{course.assignment}/")
    console.print(f"Gradebook: {course.root / 'gradebook.db'}")
    if run.interrupted:
        console.print(f"Interrupted: {len(run.rows)} of {len(students)} are graded and recorded; the rest is to come.")
        return INTERRUPTED
    return INCOMPLETE if any(row.incomplete for row in run.rows) else DONE


if __name__ == "__main__":
    sys.exit(main())
