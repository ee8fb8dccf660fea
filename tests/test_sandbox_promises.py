"""What the sandbox promises about one child, as a table of attacks, each run for real behind both walls."""

import os
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.sandbox import Allowance, Ending, Limits, Outcome, Sandbox

ENTRY = Path(__file__).with_name("sandbox_entry.py")
LIMITS = Limits(cpu_seconds=1, answer_bytes=1_000_000, output_bytes=10_000, tmp_bytes=2**20, data_segment=2**29)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(LIMITS, readable={ENTRY.name: ENTRY}, preload=["numpy"], entry="sandbox_entry:main") as box:
        yield box


def run(sandbox: Sandbox, code: str, wall_seconds: float = 10) -> Outcome:
    allowance = Allowance(sandbox.limits.cpu_seconds, 1000.0, wall_seconds)
    return sandbox.run(textwrap.dedent(code).encode(), allowance)


def assert_unharmed(sandbox: Sandbox) -> None:
    """The next job works, in the same zygote or another."""
    after = run(sandbox, "import numpy; say(numpy.arange(3).sum())")
    assert (after.ending, after.frames) == (Ending.FINISHED, (b"np.int64(3)",))


def test_frames_arrive_in_order_and_output_apart_from_them(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "say(b'one'); print('hello'); say(b'two')\nimport sys; print('é\\udc80', file=sys.stderr)")
    assert outcome.frames == (b"one", b"two")
    assert outcome.ending is Ending.FINISHED
    assert outcome.output.decode() == "hello\né\\udc80\n"


ENDINGS = {
    "leaves by os._exit(0)": ("say(b'x'); import os; os._exit(0)", Ending.FINISHED, "exit code 0"),
    "leaves by SystemExit": ("say(b'x'); raise SystemExit", Ending.FINISHED, "exit code 0"),
    "leaves by sys.exit(3)": ("say(b'x'); import sys; sys.exit(3)", Ending.EXITED, "exit code 3"),
    "raises": ("say(b'x'); 1 / 0", Ending.EXITED, "exit code 1"),
    "raises what cannot be printed": (
        """
        say(b'x')
        class Loud(BaseException):
            def __str__(self): raise SystemExit(0)
        raise Loud
        """,
        Ending.EXITED,
        "exit code 1",
    ),
    "raises with stderr gone": (
        "say(b'x'); import sys; sys.stderr = sys.stdout = None; 1 / 0",
        Ending.EXITED,
        "exit code 1",
    ),
    "segmentation fault": ("say(b'x'); import ctypes; ctypes.string_at(0)", Ending.CRASHED, "SIGSEGV"),
    "abort": ("say(b'x'); import os; os.abort()", Ending.CRASHED, "SIGABRT"),
    "kills itself": ("say(b'x'); import os; os.kill(os.getpid(), 9)", Ending.CRASHED, "SIGKILL"),
    "endless loop": ("say(b'x')\nwhile True: pass", Ending.CPU_LIMIT, "used 1 s of processor time"),
    "endless loop, deaf to SIGXCPU": (
        "say(b'x'); import signal; signal.signal(24, lambda *_: None)\nwhile True: pass",
        Ending.CPU_LIMIT,
        "used 1 s of processor time",
    ),
    "answer cut short": (
        "say(b'x'); import os; os.write(answer, b'\\0\\0\\1\\0half')",
        Ending.MALFORMED_ANSWER,
        None,
    ),
    "frame of length zero": (
        "say(b'x'); import os; os.write(answer, b'\\0\\0\\0\\0')",
        Ending.MALFORMED_ANSWER,
        None,
    ),
    "frame of forged length": (
        "say(b'x'); import os; os.write(answer, b'\\xff' * 4)\nwhile True: os.write(answer, b'y' * 60000)",
        Ending.ANSWER_TOO_LARGE,
        None,
    ),
    "huge frame": ("say(b'x'); say(b'y' * 2_000_000)", Ending.ANSWER_TOO_LARGE, None),
    "closes everything": ("say(b'x'); import os; os.closerange(0, 256)", Ending.FINISHED, "exit code 0"),
}


@pytest.mark.parametrize("attack", ENDINGS)
def test_an_ending_keeps_the_frames_before_it_and_is_told_in_words(sandbox: Sandbox, attack: str) -> None:
    code, ending, detail = ENDINGS[attack]
    outcome = run(sandbox, code)
    assert outcome.ending is ending
    assert detail in (None, outcome.detail)
    assert outcome.frames == (b"x",)
    assert_unharmed(sandbox)


STUCK = {
    "sleeps": "import time; time.sleep(1000)",
    "stops itself": "import os; os.kill(os.getpid(), 19)",
    "deadlock": "import threading; threading.Event().wait()",
    "deaf to signals": (
        "import signal, time\n"
        "for n in range(1, 32):\n"
        "    if n not in (9, 19): signal.signal(n, signal.SIG_IGN)\n"
        "time.sleep(1000)"
    ),
    "a thread that does not end": (
        "import threading, time; threading.Thread(target=time.sleep, args=(1000,)).start()\ntime.sleep(1000)"
    ),
    "hangs while leaving": (
        "import sys, time\nclass Slow:\n    def flush(self): time.sleep(1000)\n    write = flush\nsys.stdout = Slow()"
    ),
}


@pytest.mark.parametrize("attack", STUCK)
def test_who_never_ends_is_ended_at_the_deadline(sandbox: Sandbox, attack: str) -> None:
    outcome = run(sandbox, "say(b'x')\n" + STUCK[attack], wall_seconds=0.6)
    assert outcome.ending is Ending.WALL_LIMIT
    assert outcome.frames == (b"x",)
    assert_unharmed(sandbox)


REFUSED = {
    "fork": "import os; os.fork()",
    "subprocess": "import subprocess; subprocess.run(['/usr/bin/true'])",
    "multiprocessing": "import multiprocessing; multiprocessing.Process(target=print).start()",
    "exec": "import os; os.execv('/usr/bin/true', ['true'])",
    "file in the lab": "open('/lab/x', 'w')",
    "file in the package": "open('/lab/autograder/sandbox/worker.py', 'a')",
    "file in /": "open('/x', 'w')",
    "file in /dev": "open('/dev/x', 'w')",
    "file in site-packages": "import numpy; open(numpy.__file__, 'a')",
    "its own memory through /proc": "open('/proc/self/mem', 'r+b')",
    "the job's bytes": "import os; os.write(job, b'x')",
    "more than /tmp holds": "open('/tmp/x', 'wb').write(bytes(2_000_000))",
    "more files than /tmp holds": "for n in range(10_000): open(f'/tmp/{n}', 'w').close()",
    "more than /dev/shm holds": "open('/dev/shm/x', 'wb').write(bytes(17_000_000))",
    "a sparse file": "open('/tmp/x', 'wb').truncate(2**40)",
    "more open files": "kept = [open('/dev/null') for _ in range(300)]",
    "raise a limit": "import resource as r; r.setrlimit(r.RLIMIT_CPU, (100, 100))",
    "a shared mapping": "import mmap; m = mmap.mmap(-1, 2**33)",
    "a lease on a shared file": "import fcntl, numpy; fcntl.fcntl(open(numpy.__file__), 1024, 0)",
    "a lease, hidden in the high bits": (
        "import ctypes, numpy, os; c = ctypes.CDLL(None, use_errno=True)\n"
        "fd = os.open(numpy.__file__, 0)\n"
        "if c.syscall(72, fd, ctypes.c_long(2**32 + 1024), 0) < 0: raise OSError(ctypes.get_errno())"
    ),
    "vsock": "import socket; socket.socket(40, socket.SOCK_STREAM)",
    "TCP": "import socket; socket.create_connection(('127.0.0.1', 80), 1)",
    "abstract unix socket": "import socket; socket.socket(socket.AF_UNIX).bind('\\0x')",
}


@pytest.mark.parametrize("attack", REFUSED)
def test_what_is_refused_is_an_error_in_the_students_code(sandbox: Sandbox, attack: str) -> None:
    code = textwrap.indent(REFUSED[attack], "    ")
    outcome = run(sandbox, f"try:\n{code}\nexcept (OSError, ValueError, RuntimeError): say(b'refused')")
    assert outcome.frames == (b"refused",), outcome


MEMORY = {
    "numpy": "import numpy; numpy.ones(2**30)",
    "list": "x = []\nwhile True: x.append(bytes(2**24))",
    "int": "x = 1 << 2**34",
    "threads": "import threading, time\nwhile True: threading.Thread(target=time.sleep, args=(100,)).start()",
}


@pytest.mark.parametrize("attack", MEMORY)
def test_memory_ends_at_its_limit(sandbox: Sandbox, attack: str) -> None:
    code = textwrap.indent(MEMORY[attack], "    ")
    outcome = run(sandbox, f"try:\n{code}\nexcept (MemoryError, RuntimeError): say(b'full'); import os; os._exit(0)")
    assert outcome.frames == (b"full",), outcome
    assert_unharmed(sandbox)


def test_a_gigabyte_of_output_is_read_and_capped() -> None:
    code = """
        import os
        left = 10**9
        while left > 0: left -= os.write(1, b"x" * min(left, 10**6))
        say(b"done")
        """
    with Sandbox(Limits(), readable={ENTRY.name: ENTRY}, preload=[], entry="sandbox_entry:main") as sandbox:
        outcome = run(sandbox, code, wall_seconds=100)
    assert outcome.frames == (b"done",)
    assert outcome.output == b"x" * Limits().output_bytes


def test_a_flood_of_frames_is_stopped() -> None:
    limits = Limits(frames=10)
    with Sandbox(limits, readable={ENTRY.name: ENTRY}, preload=[], entry="sandbox_entry:main") as sandbox:
        outcome = run(sandbox, "while True: say(b'x')")
    assert outcome.ending is Ending.ANSWER_TOO_LARGE
    assert len(outcome.frames) == 10


def test_only_the_answer_and_the_output_can_be_written(sandbox: Sandbox) -> None:
    outcome = run(
        sandbox,
        """
        import os
        reached = []
        for number in range(256):
            try:
                os.write(number, b"\\0\\0\\0\\1!")
                reached.append(number)
            except OSError:
                pass
        say(reached)
        """,
    )
    assert outcome.frames == (b"!", b"[0, 1, 2, 4]")  # 0 is /dev/null
    assert outcome.output == b"\0\0\0\1!" * 2


def test_kill_reaches_nobody_else(sandbox: Sandbox) -> None:
    outcome = run(
        sandbox,
        """
        import os
        for target in (-1, 1, os.getppid()):
            for number in (19, 15, 9):
                try: os.kill(target, number)
                except OSError: pass
        say(b"still here")
        """,
    )
    assert (outcome.ending, outcome.frames) == (Ending.FINISHED, (b"still here",))
    assert_unharmed(sandbox)


def test_files_of_one_child_are_gone_for_the_next(sandbox: Sandbox) -> None:
    run(sandbox, "open('/tmp/left', 'w').write('x'); open('/dev/shm/left', 'w').write('x')")
    assert run(sandbox, "import os; say(os.listdir('/tmp') + os.listdir('/dev/shm'))").frames == (b"[]",)


def test_changes_to_libraries_are_gone_for_the_next(sandbox: Sandbox) -> None:
    run(sandbox, "import numpy; numpy.sum = lambda *_: 'forged'; numpy.arange = None")
    assert_unharmed(sandbox)


def test_nothing_of_a_job_is_in_the_next_childs_memory(sandbox: Sandbox) -> None:
    secret = "".join(["canary", "-of-", "the-first-job"])
    run(sandbox, f"x = {secret!r} * 1000; print(x); say(x); open('/tmp/x', 'w').write(x)")
    code = f"""
        import re
        start_of = bytes(c ^ 1 for c in {bytes(c ^ 1 for c in secret.encode())!r})
        found = size = 0
        with open("/proc/self/mem", "rb", buffering=0) as memory:
            for line in open("/proc/self/maps").readlines():
                start, end, mode = re.match(r"(\\w+)-(\\w+) (\\S+)", line).groups()
                if mode.startswith("r") and "[v" not in line:
                    memory.seek(int(start, 16))
                    piece = memory.read(min(int(end, 16) - int(start, 16), 2**26))
                    size += len(piece)
                    found += piece.count(start_of * 2)
        say(found); say(size > 10_000_000)
        """
    assert run(sandbox, code).frames == (b"0", b"True")
    # the scan does find what is there
    found = run(sandbox, f"x = {secret!r} * 2\n" + textwrap.dedent(code)).frames[0]
    assert int(found) >= 1


def test_no_variable_of_the_graders_environment_is_visible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_SECRET", "canary-in-the-environment")
    code = """
        import glob, os
        seen = repr(dict(os.environ))
        for path in glob.glob("/proc/*/environ") + glob.glob("/proc/*/cmdline"):
            try: seen += open(path, errors="replace").read()
            except OSError: pass
        say("canary" in seen)
        """
    with Sandbox(readable={ENTRY.name: ENTRY}, preload=[], entry="sandbox_entry:main") as sandbox:
        assert run(sandbox, code).frames == (b"False",)


def test_of_the_project_only_the_sandbox_is_visible(sandbox: Sandbox) -> None:
    root = Path(__file__).resolve().parents[1]
    code = f"""
        import os
        seen = []
        for folder, folders, files in os.walk("/"):
            folders[:] = [f for f in folders if f not in ("proc", "lib", "lib64", "usr")]
            seen += [os.path.join(folder, name) for name in files]
        say([path for path in seen if path.startswith("/lab") and "__pycache__" not in path])
        say([path for path in seen if path.startswith({str(root)!r}) and ".venv" not in path])
        """
    lab, project = run(sandbox, code).frames
    package = {f"/lab/autograder/sandbox/{f.name}" for f in (root / "autograder/sandbox").glob("*.py")}
    expected = package | {"/lab/sandbox_entry.py", "/lab/autograder/__init__.py"}
    assert {path for path in eval(lab) if path.endswith(".py")} == expected
    assert project == b"[]"


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the machine code is for x86-64")
def test_the_32_bit_system_call_gate_is_closed(sandbox: Sandbox) -> None:
    code = """
        import ctypes, mmap
        page = mmap.mmap(-1, 4096, prot=7)
        page.write(bytes.fromhex("b814000000cd80c3"))  # mov eax, 20 (getpid); int 0x80; ret
        call = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
        say(call())
        """
    outcome = run(sandbox, code)
    assert (outcome.ending, outcome.detail, outcome.frames) == (Ending.CRASHED, "SIGSYS", ())
    assert_unharmed(sandbox)


def test_asyncio_and_threads_work(sandbox: Sandbox) -> None:
    code = """
        import asyncio, threading
        async def three(): return 3
        say(asyncio.run(three()))
        thread = threading.Thread(target=say, args=(b"from a thread",)); thread.start(); thread.join()
        """
    assert run(sandbox, code).frames == (b"3", b"from a thread")
