"""What was found on the instructor's side: what happens to a course, and what the commands say and leave."""

import os
import re
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import nbformat

from tests.first_version.hand_ins import all_points
from tests.first_version.trees import (
    ASSIGNMENT,
    LIMIT,
    NOTEBOOK,
    POINTS,
    Course,
    Run,
    below,
    command_of,
    with_cells,
)

CLASS = tuple(f"student{number}" for number in range(6))
# Work for a second, so that the class is not over before anything can happen to it.
BUSY = "end = __import__('time').process_time() + 1\nwhile __import__('time').process_time() < end: pass"


def hand_in_class(course: Course, students: tuple[str, ...] = CLASS) -> None:
    for student in students:
        course.hand_in(student, with_cells(course.solved(), BUSY))


def recorded(course: Course, students: tuple[str, ...] = CLASS) -> str:
    """How many are recorded, and how many of these with other points than theirs, which is false."""
    scores = course.scores()
    wrong = [one for one in scores if any(scores[one].get(cell) != most for cell, most in POINTS.items())]
    waiting = [one for one in wrong if any(course.by_hand(one, cell) for cell in POINTS)]
    if not wrong:
        return f"{len(scores)} of {len(students)} recorded{', all with their points' if scores else ''}"
    other = f"{len(wrong)} with other points than theirs ({len(waiting)} of these wait for a person)"
    return f"{len(scores)} of {len(students)} recorded, {other}"


def last_error(run: Run) -> str:
    """The traceback's last line, or what was said instead."""
    if run.traceback:
        errors = re.findall(r"(?m)^\w[\w.]*(?:Error|Exception|Entry)\b.*$", run.output)
        return f"a traceback, {errors[-1][:100] if errors else ''}"
    return run.said(r"\S")


def killed_worker(course: Course) -> str:
    hand_in_class(course, CLASS[:4])
    killed: list[int] = []

    def kill(process: subprocess.Popen, passed: float) -> None:
        workers = [pid for pid in below(process.pid, into_sandboxes=False) if "spawn_main" in _command(pid)]
        if not killed and passed > 4 and workers:
            os.kill(workers[0], signal.SIGKILL)
            killed.append(workers[0])

    run = course.grade("--workers", "2", meanwhile=kill)
    assert killed, "no worker was met"
    broken = ", BrokenProcessPool" if "BrokenProcessPool" in run.output else ""
    at_first = recorded(course, CLASS[:4])
    course.grade("--workers", "2")
    return f"{run.ended}{broken}; {at_first}; graded again: {recorded(course, CLASS[:4])}"


def _command(pid: int) -> str:
    try:
        return command_of(pid)
    except OSError:
        return ""


STUDENTS_CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "initlab"
c.Exchange.root = {exchange!r}
"""


def exchanged(course: Course, *students: str) -> Path:
    """Releases, and lets students fetch, solve, submit by an exchange beside the course; collects; the exchange."""
    exchange = course.place / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    course.configure(lambda text: f"{text}\nc.Exchange.root = {str(exchange)!r}\n")
    done = [course.nbgrader("release_assignment", ASSIGNMENT)]
    for student in students:
        home = course.place / "homes" / student
        home.mkdir(parents=True)
        (home / "nbgrader_config.py").write_text(STUDENTS_CONFIG.format(exchange=str(exchange)))
        done.append(course.nbgrader("fetch_assignment", ASSIGNMENT, folder=home))
        nbformat.write(course.solved(), home / ASSIGNMENT / f"{NOTEBOOK}.ipynb")
        done.append(course.nbgrader("submit", ASSIGNMENT, f"--student={student}", folder=home))
    done.append(course.nbgrader("collect", ASSIGNMENT))
    for run in done:
        assert run.code == 0, run.output
    return exchange


def release_feedback(course: Course) -> str:
    exchange = exchanged(course, "ada", "emmy")
    (course.submitted("emmy") / "timestamp.txt").unlink()
    course.hand_in("sofja", course.solved())
    course.grade()
    run = course.nbgrader("release_feedback", ASSIGNMENT)
    pages = len(list((exchange / "initlab" / "feedback").glob("*.html")))
    return f"{run.ended}; {pages} of 2 students' pages are released; {last_error(run)}"


WHERE_IT_IS = """
from pathlib import Path
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import Exchange
from traitlets.config import Config, PyFileConfigLoader
config = Config(PyFileConfigLoader("nbgrader_config.py", path=".").load_config())
root = Exchange(coursedir=CourseDirectory(config=config), config=config).root
print("inside" if Path(root).resolve().is_relative_to(Path.cwd().resolve()) else "outside")
"""


def exchange_inside(course: Course) -> str:
    run = course.run([sys.executable, "-c", WHERE_IT_IS], course.root, {})
    exchanged(course, "ada")
    folder = course.submitted("ada")
    modes = [f"{stat.S_IMODE(path.stat().st_mode):o}" for path in (course.root / "submitted", folder)]
    return (
        f"the exchange is by default {run.output.split()[-1]} of the course folder; "
        f"after collect, submitted/ is {modes[0]} and a hand-in's folder {modes[1]}"
    )


SINGS = """
try:
    open({path!r}, "w").close()
except OSError:
    pass
"""


def typing_mistake(course: Course) -> str:
    canary = course.place / "canary"
    course.hand_in("eve", with_cells(course.solved(), SINGS.format(path=str(canary))))
    course.configure(lambda text: text.replace("Autograde.autograde_preprocessors", "Autograde.autograde_preprocesors"))
    run = course.nbgrader("autograde", ASSIGNMENT, "--create")
    ran = "RAN on the host" if canary.exists() else "did not run on the host"
    told = run.said("would not be safe|Under this configuration") if run.code else "not a word"
    return f"the student's cell {ran} ({run.ended}; {told})"


def interrupted(course: Course, everything: bool) -> str:
    hand_in_class(course)
    sent: list[float] = []

    def interrupt(process: subprocess.Popen, passed: float) -> None:
        if not sent and rows(course) >= 1:
            (os.killpg if everything else os.kill)(process.pid, signal.SIGINT)
            sent.append(passed)

    run = course.grade(meanwhile=interrupt)
    assert sent, "nobody was recorded"
    return f"{run.ended}, {run.seconds - sent[0]:.1f} s later; {recorded(course)}"


def ctrl_c(course: Course) -> str:
    """A terminal sends it to the command and to all that it has started."""
    return interrupted(course, everything=True)


def sigint(course: Course) -> str:
    """To the command alone, as `kill -INT` does."""
    return interrupted(course, everything=False)


def rows(course: Course) -> int:
    """How many hand-ins are recorded, asked without waiting for whoever writes."""
    try:
        book = sqlite3.connect(f"file:{course.root}/gradebook.db?mode=ro", uri=True, timeout=0)
        try:
            return book.execute("SELECT count(*) FROM submitted_assignment").fetchone()[0]
        finally:
            book.close()
    except sqlite3.OperationalError:
        return 0


def two_at_once(course: Course) -> str:
    hand_in_class(course)
    others: list[subprocess.Popen] = []
    said = course.place / "second"

    def second(process: subprocess.Popen, passed: float) -> None:
        if not others and passed > 0.5:
            command = [sys.executable, "-m", "autograder", "--course", str(course.root), "grade", "--workers", "1"]
            with said.open("wb") as file:
                environment = course.tree.environment(course.place)
                others.append(
                    subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT, cwd=course.root, env=environment)
                )

    first = course.grade(meanwhile=second)
    try:
        code = others[0].wait(LIMIT)
    except subprocess.TimeoutExpired:
        others[0].kill()
        code = None
    told = Run(said.read_text(), code, 0, 0)
    unrecorded = [f"; {run.said('NOT RECORDED', 300)}" for run in (first, told) if "NOT RECORDED" in run.output]
    refused = f"; {told.said('Not ready', 140)}" if "Not ready" in told.output else ""
    ended = f"first: {first.ended}; second: {told.ended}"
    return f"{ended}{''.join(unrecorded)}{refused}; {recorded(course)}"


def no_release(course: Course) -> str:
    """A clone has the release and no gradebook."""
    (course.root / "gradebook.db").unlink()
    hand_in_class(course, CLASS[:2])
    run = course.grade()
    told = (
        run.said(r"run `initlab release`") if "initlab release" in run.output else "not a word about `initlab release`"
    )
    return f"{run.ended}; {recorded(course, CLASS[:2])}; {told}; {run.said('Not ready|NOT RECORDED', 120)}"


def make_clean(course: Course) -> str:
    command = ["make", "--file", str(course.tree.root / "Makefile"), "--dry-run", "clean"]
    words = course.run(command, course.root, {}).output
    gone = [name for name in ("gradebook.db", "records", "feedback", "build") if re.search(rf"rm .*\b{name}", words)]
    return f"removes {', '.join(gone)}"


def unreadable_secret(course: Course) -> str:
    course.hand_in("ada", course.solved())
    (course.root / "course_secret").unlink(missing_ok=True)
    (course.root / "course_secret").mkdir()
    run = course.grade()
    return f"{run.ended}; {last_error(run)}"


def configuration_error(course: Course) -> str:
    course.hand_in("ada", course.solved())
    course.configure(lambda text: f"{text}\nc.CourseDirectory.root = (\n")
    run = course.grade()
    return f"{run.ended}; {last_error(run)}"


def negative_workers(course: Course) -> str:
    course.hand_in("ada", course.solved())
    run = course.grade("--workers", "-2")
    return f"{run.ended}; {last_error(run)}"


def locked_gradebook(course: Course) -> str:
    course.hand_in("ada", course.solved())
    other = sqlite3.connect(course.root / "gradebook.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        run = course.grade()
    finally:
        other.close()
    words = run.said("NOT RECORDED|Not ready", 260)
    return f"{run.ended} ({run.seconds:.0f} s); {words}"


def empty_secret(course: Course) -> str:
    course.hand_in("ada", course.solved())
    (course.root / "course_secret").write_bytes(b"")
    run = course.grade()
    return f"{run.ended}; ada: {all_points(course, 'ada')}; {run.said('Not ready') if run.code else 'accepted'}"


MISPLACED = {
    "another name": f"dora/{ASSIGNMENT}/{NOTEBOOK} (1).ipynb",
    "a folder too high": f"emil/{NOTEBOOK}.ipynb",
}


def other_names(course: Course) -> str:
    course.hand_in("ada", course.solved())
    for place in MISPLACED.values():
        path = course.root / "submitted" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(course.solved(), path)
    run = course.grade()
    told = " ".join(run.output.split()) + course.page("dora")
    named = [f"{what}: {'named' if place in told else 'not named'}" for what, place in MISPLACED.items()]
    return f"{'; '.join(named)} ({run.ended}; {run.said('Perhaps it is|dora', 200)})"


def second_assignment(course: Course) -> str:
    """An ordinary nbgrader assignment, answered correctly."""
    folder = course.root / "source" / "second"
    folder.mkdir()
    words = {
        "grade": True,
        "solution": False,
        "locked": True,
        "points": 5,
        "grade_id": "one",
        "schema_version": 3,
        "task": False,
    }
    cell = nbformat.v4.new_code_cell(
        "assert 1 + 1 == 2", metadata={"nbgrader": words | {"cell_type": "code"}}, id="one"
    )
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata=kernel), folder / "one.ipynb")
    made = course.nbgrader("generate_assignment", "second", "--create")
    shutil.copytree(course.root / "assignments" / "second", course.root / "submitted" / "ada" / "second")
    run = course.nbgrader("autograde", "second", "--create")
    with sqlite3.connect(course.root / "gradebook.db") as book:
        scores = book.execute(
            "SELECT auto_score FROM grade JOIN base_cell ON base_cell.id = grade.cell_id WHERE base_cell.name = 'one'"
        ).fetchall()
    got = f"{scores[0][0]:g} of 5" if scores and scores[0][0] is not None else "not scored"
    told = run.said("There is no lab") if run.code else "not a word"
    return f"release {made.ended}, autograde {run.ended}: {got}; {told}"
