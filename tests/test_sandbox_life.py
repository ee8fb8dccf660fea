"""The life of a zygote: one for many jobs, replaced when due, gone without a trace; and the slow tier."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from autograder.sandbox import Allowance, Ending, Limits, Outcome, Sandbox, SlowSandbox, Tier

ENTRY = Path(__file__).with_name("sandbox_entry.py")
ROOT = Path(__file__).resolve().parents[1]


def box(**limits: float) -> Sandbox:
    return Sandbox(Limits(**limits), readable={ENTRY.name: ENTRY}, preload=[], entry="sandbox_entry:main")  # type: ignore[arg-type]


def run(sandbox: Sandbox, code: str, wall_seconds: float = 10) -> Outcome:
    allowance = Allowance(sandbox.limits.cpu_seconds, 1000.0, wall_seconds)
    return sandbox.run(textwrap.dedent(code).encode(), allowance)


def descendants(pid: int) -> set[int]:
    """Every process below `pid`."""
    parents: dict[int, int] = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            parents[int(name)] = int(Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {pid}


def wait_until_gone(pids: set[int]) -> bool:
    """Whether all of them end within 10 s: what is inside ends a moment after its bwrap."""
    for _ in range(1000):
        if not any(os.path.exists(f"/proc/{pid}") for pid in pids):
            return True
        time.sleep(0.01)
    return False


def zygote_pid(sandbox: Sandbox) -> int:
    assert sandbox._zygote is not None
    return sandbox._zygote.pid


def test_crashes_of_children_do_not_cost_the_zygote() -> None:
    with box() as sandbox:
        sandbox.start()
        pid = zygote_pid(sandbox)
        for code in ("import os; os.abort()", "import os; os._exit(9)", "while True: say(b'x' * 10**6)"):
            run(sandbox, code)
        assert zygote_pid(sandbox) == pid


def test_a_zygote_is_replaced_after_its_jobs() -> None:
    with box(jobs_per_zygote=2) as sandbox:
        sandbox.start()
        pids = []
        for _ in range(5):
            sandbox.start()
            pids.append(zygote_pid(sandbox))
            assert run(sandbox, "say(b'x')").frames == (b"x",)
        assert [len({*pids[:2]}), len({*pids[2:4]}), len(set(pids))] == [1, 1, 3]


def test_a_zygote_that_does_not_answer_is_killed_and_replaced() -> None:
    with box(grace_seconds=0.2) as sandbox:
        sandbox.start()
        inside = descendants(zygote_pid(sandbox))
        for pid in inside:
            os.kill(pid, signal.SIGSTOP)
        outcome = run(sandbox, "say(b'x')", wall_seconds=0.2)
        assert outcome.ending is Ending.WALL_LIMIT
        assert wait_until_gone(inside)
        assert run(sandbox, "say(b'x')").frames == (b"x",)


def test_a_zygote_that_died_between_jobs_loses_one_job_which_may_be_run_again() -> None:
    with box() as sandbox:
        sandbox.start()
        os.kill(zygote_pid(sandbox), signal.SIGKILL)
        assert run(sandbox, "say(b'x')").ending is Ending.LOST
        assert run(sandbox, "say(b'x')").frames == (b"x",)


def test_closing_leaves_no_process_and_no_descriptor() -> None:
    before = set(os.listdir("/proc/self/fd"))
    with box() as sandbox:
        run(sandbox, "say(b'x')")
        inside = descendants(zygote_pid(sandbox)) | {zygote_pid(sandbox)}
        assert len(inside) == 2  # bwrap and the zygote
    assert wait_until_gone(inside)
    assert set(os.listdir("/proc/self/fd")) == before


def test_the_sandbox_dies_with_the_grader() -> None:
    program = f"""
        import sys, threading, time
        sys.path.insert(0, {str(ROOT)!r})
        from pathlib import Path
        from autograder.sandbox import Allowance, Sandbox
        sandbox = Sandbox(readable={{"sandbox_entry.py": Path({str(ENTRY)!r})}}, preload=[], entry="sandbox_entry:main")
        sandbox.start()
        print("ready", flush=True)
        sandbox.run(b"import time; time.sleep(1000)", Allowance(1000, 1000, 1000))
        """
    grader = subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE)
    with grader:
        assert grader.stdout is not None and grader.stdout.readline() == b"ready\n"
        inside = descendants(grader.pid)
        grader.kill()
    assert inside
    assert wait_until_gone(inside)


def test_two_sandboxes_do_not_see_each_other() -> None:
    with box() as one, box() as other:
        run(one, "open('/tmp/left', 'w').close()")
        one_frames = run(one, "import os; say(os.listdir('/tmp'))").frames
        assert one_frames == run(other, "import os; say(os.listdir('/tmp'))").frames == (b"[]",)
        run(one, "import os; os.kill(-1, 9)")
        assert run(other, "say(b'x')").frames == (b"x",)


SLOW_ATTACKS = {
    "kill everything": "import os\nfor n in (19, 9): os.kill(-1, n)",
    "stop everything": "import os, time; os.kill(-1, 19); time.sleep(100)",
    "kill the zygote": "import os; os.kill(1, 9); say(b'still here')",
    "open other memory": (
        "import glob, os\n"
        "others = [p for p in glob.glob('/proc/[0-9]*/mem') if str(os.getpid()) not in p]\n"
        "for path in others:\n"
        "    try: open(path, 'r+b'); say(b'opened')\n"
        "    except OSError: pass\n"
        "say(len(others) > 0)"
    ),
}


@pytest.fixture
def no_inner_namespaces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that refuses new user namespaces inside bwrap."""
    fake = tmp_path / "bwrap"
    fake.write_text(f'#!/bin/sh\nexec {shutil.which("bwrap")} --disable-userns "$@"\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("no_inner_namespaces")
@pytest.mark.filterwarnings("ignore::autograder.sandbox.SlowSandbox")
class TestSlowTier:
    def test_every_job_has_a_sandbox_of_its_own(self) -> None:
        with pytest.warns(SlowSandbox), box() as sandbox:
            assert sandbox.start() is Tier.SLOW
            pids = set()
            for _ in range(2):
                sandbox.start()
                pids.add(zygote_pid(sandbox))
                outcome = run(sandbox, "import os; say(os.listdir('/tmp')); open('/tmp/left', 'w').close()")
                assert (outcome.ending, outcome.frames) == (Ending.FINISHED, (b"[]",))
        assert len(pids) == 2

    @pytest.mark.parametrize("attack", SLOW_ATTACKS)
    def test_an_attack_harms_only_itself(self, attack: str) -> None:
        with box() as sandbox:
            outcome = run(sandbox, SLOW_ATTACKS[attack], wall_seconds=0.5)
            assert b"opened" not in outcome.frames
            assert outcome.ending in (Ending.CRASHED, Ending.WALL_LIMIT, Ending.FINISHED)
            assert outcome.ending is not Ending.FINISHED or outcome.frames
            assert run(sandbox, "say(b'x')").frames == (b"x",)


def test_an_interrupted_job_does_not_answer_for_the_next() -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        with box() as sandbox:
            sandbox.start()
            signal.setitimer(signal.ITIMER_REAL, 0.3)
            with pytest.raises(KeyboardInterrupt):
                run(sandbox, "import time; time.sleep(1); say(b'first')")
            assert run(sandbox, "say(b'second')").frames == (b"second",)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
