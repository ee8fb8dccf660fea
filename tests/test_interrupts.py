"""Whatever is interrupted or killed: who was finished is recorded, nothing false stands there, the next run goes on."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from nbgrader.api import Gradebook, MissingEntry

from tests.conftest import REPOSITORY
from tests.somebody_else import needs_root
from tests.test_lab import CONFIG, HAND_INS, hand_in, initlab, released

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("ctrl_c_arrives")]

STUDENTS = [f"student{number:02d}" for number in range(6)]
POINTS = {"right": 6, "square": 4, "number": 3, "thirteen": 1}
BUSY = "\nend = __import__('time').process_time() + 0.5\nwhile __import__('time').process_time() < end: pass"


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course in which every hand-in takes most of a second."""
    folder = released(tmp_path_factory.mktemp("interrupted") / "course")
    kinds = list(HAND_INS)
    for number, student in enumerate(STUDENTS):
        hand_in(folder, student, HAND_INS[kinds[number % len(kinds)]] + BUSY)
    return folder


@pytest.fixture
def folder(handed_in: Path, tmp_path: Path) -> Path:
    """A copy of it for each test."""
    return Path(shutil.copytree(handed_in, tmp_path / "course"))


def start(folder: Path) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "autograder", "--course", folder, "grade", "arithmetic", "--no-feedback"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY), "COLUMNS": "200"},
        start_new_session=True,
    )


def points(folder: Path) -> dict[str, float]:
    """What stands in the gradebook, by student."""
    if not (folder / "gradebook.db").exists():
        return {}
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        try:
            submissions = gradebook.assignment_submissions("arithmetic")
        except MissingEntry:
            return {}
        return {
            s.student.id: sum(grade.auto_score or 0 for notebook in s.notebooks for grade in notebook.grades)
            for s in submissions
        }


EXPECTED = {student: POINTS[list(HAND_INS)[number % len(HAND_INS)]] for number, student in enumerate(STUDENTS)}


def rows(folder: Path) -> int:
    """How many hand-ins are recorded; nbgrader's own way of asking waits for whoever writes."""
    try:
        with closing(sqlite3.connect(f"file:{folder}/gradebook.db?mode=ro", uri=True)) as book:
            return book.execute("SELECT count(*) FROM submitted_assignment").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def wait_for_rows(folder: Path, count: int) -> None:
    for _ in range(1200):
        if rows(folder) >= count:
            return
        time.sleep(0.1)
    pytest.fail("nobody was recorded in two minutes")


def children(pid: int) -> list[int]:
    """Processes below a process, nearest first."""
    below = [int(p) for task in Path(f"/proc/{pid}/task").iterdir() for p in (task / "children").read_text().split()]
    return [*below, *(deeper for child in below for deeper in children(child))]


def name_of(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")


def test_ctrl_c_ends_it_soon_with_everyone_recorded_who_was_finished_and_meanwhile_no_other_may_grade(
    folder: Path,
) -> None:
    run = start(folder)
    wait_for_rows(folder, 1)
    run.send_signal(signal.SIGSTOP)  # so that it cannot be done before the second begins
    second = initlab(folder, "grade", "arithmetic")
    run.send_signal(signal.SIGCONT)
    assert second.returncode == 2 and f"process {run.pid}" in second.stdout.replace("\n", " ")
    interrupted = time.monotonic()
    run.send_signal(signal.SIGINT)
    output, _ = run.communicate(timeout=60)
    took = time.monotonic() - interrupted
    assert run.returncode == 130, output
    assert took < 4  # two seconds, and as much again for a busy machine
    assert "Interrupted" in output and "Traceback" not in output
    recorded = points(folder)
    assert 1 <= len(recorded) < len(STUDENTS)
    assert recorded == {student: EXPECTED[student] for student in recorded}
    assert all(student in output for student in recorded)
    assert initlab(folder, "grade", "arithmetic", "--no-feedback").returncode == 0
    assert points(folder) == EXPECTED


def below(pid: int, kind: str) -> list[int]:
    """The processes below one whose command holds a word, nearest first."""
    return [child for child in children(pid) if kind in name_of(child)]


def test_kill_9_of_the_command_ends_all_it_started_and_loses_nothing(folder: Path) -> None:
    run = start(folder)
    wait_for_rows(folder, 1)
    started = children(run.pid)
    run.kill()
    run.communicate(timeout=300)
    for _ in range(100):
        left = [pid for pid in started if Path(f"/proc/{pid}").exists() and name_of(pid)]
        if not left:
            break
        time.sleep(0.1)
    assert left == []
    recorded = points(folder)
    assert recorded == {student: EXPECTED[student] for student in recorded}
    again = initlab(folder, "grade", "arithmetic", "--no-feedback")
    assert again.returncode == 0, again.stdout
    assert points(folder) == EXPECTED


def test_kill_9_of_a_worker_and_of_a_sandbox_loses_nothing(folder: Path) -> None:
    run = start(folder)
    wait_for_rows(folder, 1)
    os.kill(below(run.pid, "spawn_main")[0], signal.SIGKILL)
    wait_for_rows(folder, 2)
    os.kill(below(run.pid, "bwrap")[0], signal.SIGKILL)
    output, _ = run.communicate(timeout=300)
    assert run.returncode in (0, 1), output
    assert "Traceback" not in output
    again = initlab(folder, "grade", "arithmetic", "--no-feedback")
    assert again.returncode == 0, again.stdout
    assert points(folder) == EXPECTED


ON_A_DISK = """
mount -t tmpfs -o size=2m tmpfs "$1" && cp -r "$2/." "$1" && cd "$1" || exit 9
cat /dev/zero > ballast 2> "$4/said"
truncate --size=-$5 ballast
"$3" -m autograder --course . grade arithmetic --no-feedback $6; echo "ended with $?"
rm ballast; cp -r . "$4/full"
"$3" -m autograder --course . grade arithmetic --no-feedback $6; echo "ended with $?"
cp -r . "$4/free"
"""


@needs_root
@pytest.mark.parametrize(("room", "ends_with"), [pytest.param(0, 2, marks=pytest.mark.thorough), (40_000, 1)])
def test_a_full_disk_is_said_and_nothing_is_lost(room: int, ends_with: int, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    students = " ".join(f"--student {student}" for student in STUDENTS[:3])
    words = [str(word) for word in (tmp_path / "disk", folder, sys.executable, tmp_path, room, students)]
    run = subprocess.run(
        ["unshare", "--mount", "bash", "-c", ON_A_DISK, "bash", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY), "COLUMNS": "400"},
    )
    first, _, second = run.stdout.partition(f"ended with {ends_with}")
    assert "the disk is full: free some space" in first or "see that its disk has room" in first
    assert "Traceback" not in run.stdout and "ended with 0" in second, run.stdout
    recorded = points(tmp_path / "full")
    assert recorded == {student: EXPECTED[student] for student in recorded}
    assert points(tmp_path / "free") == {student: EXPECTED[student] for student in STUDENTS[:3]}


def test_who_waits_is_stopped_and_named_and_keeps_the_others_from_nothing(folder: Path) -> None:
    sleeper = STUDENTS[0]
    shutil.rmtree(folder / "submitted" / sleeper)
    hand_in(folder, sleeper, HAND_INS["right"] + "\n__import__('time').sleep(1000)")
    (folder / "nbgrader_config.py").write_text(
        CONFIG + 'c.Initlab.limits = {"idle_seconds": 2.0, "least_idle_seconds": 0.5}\n'
    )
    run = initlab(folder, "grade", "arithmetic", "--no-feedback")
    assert run.returncode == 0, run.stdout
    assert f"Slow: {sleeper} (stopped while waiting)" in " ".join(run.stdout.split())
    assert points(folder) == EXPECTED | {sleeper: 0}


@pytest.mark.thorough  # compares two times, which wants a machine that does nothing else
def test_one_who_sleeps_costs_the_class_less_than_a_quarter_of_a_minute(folder: Path) -> None:
    """So that twenty of three hundred add less than five minutes, with the limits as they are."""

    def seconds() -> float:
        shutil.rmtree(folder / "records", ignore_errors=True)
        started = time.monotonic()
        assert initlab(folder, "grade", "arithmetic", "--no-feedback", "--workers", "2").returncode == 0
        return time.monotonic() - started

    usual = seconds()
    shutil.rmtree(folder / "submitted" / STUDENTS[3])
    hand_in(folder, STUDENTS[3], HAND_INS["right"] + "\nwhile True: __import__('time').sleep(1000)")
    # one for who is left to wait at the end, and a few seconds, once for all of them, for a worker that is alone
    assert seconds() - usual < 15 + 5
