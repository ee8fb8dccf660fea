"""Every wall is needed: without it the self-test names a broken promise, and a named attack succeeds."""

import os
import socket
import stat
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.sandbox import Allowance, Ending, Outcome, Sandbox, SandboxUnavailable, outer, seccomp, walls

ENTRY = Path(__file__).with_name("sandbox_entry.py")

# wall -> words of the promise that the self-test finds broken without it
BROKEN_PROMISES = {
    "session": "a session of its own",
    "own_proc": "no other process is visible",
    "own_tmp": "an empty /tmp and /dev/shm of its own",
    "limits": "every limit is in force",
    "capabilities": "no privileges",
    "system_calls": "no socket of any kind",
    "user_namespace": "could not build its second wall",
    "pid_namespace": "shared with the zygote: pid",
    "mount_namespace": "shared with the zygote: mnt",
    "ipc_namespace": "shared with the zygote: ipc",
    "net_namespace": "shared with the zygote: net",
    "uts_namespace": "shared with the zygote: uts",
    "cgroup_namespace": "shared with the zygote: cgroup",
    "network": "no socket of any kind",
    "processes": "no further process or program",
    "other_memory": "no way into another process's memory",
    "kernel_objects": "no object in the kernel",
    "namespaces": "no change of namespaces or mounts",
    "kernel_surface": "no part of the kernel that the lab does not need",
    "inodes": "no change of modes, owners or times",
    "file_locks": "no lock on a file",
    "page_cache": "no say in what the machine keeps in memory",
    "unknown": "no system call that the filter does not know",
    "read_only_root": "nothing is writable but its own /tmp",
    "empty_environment": "CANARY_VARIABLE",
}


def box(*without: str, self_test: bool = False) -> Sandbox:
    return Sandbox(
        readable={ENTRY.name: ENTRY},
        preload=[],
        entry="sandbox_entry:main",
        _without=frozenset(without),
        _self_test=self_test,
    )


def run(sandbox: Sandbox, code: str) -> Outcome:
    return sandbox.run(textwrap.dedent(code).encode(), Allowance(10, 10, 10))


def test_every_wall_has_its_promise() -> None:
    # the outer network namespace is behind the inner one, so no self-test of a child can miss it
    assert set(BROKEN_PROMISES) == (walls.NAMES | seccomp.GROUPS | outer.WALLS) - {"private_network"}


@pytest.mark.parametrize("wall", BROKEN_PROMISES)
def test_the_self_test_notices_a_missing_wall(wall: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANARY_VARIABLE", "1")
    with pytest.raises(SandboxUnavailable) as refusal, box(wall, self_test=True) as sandbox:
        sandbox.start()
    assert BROKEN_PROMISES[wall] in str(refusal.value)


def test_a_wall_that_does_not_exist_cannot_be_taken_away() -> None:
    with pytest.raises(ValueError, match="moat"):
        box("moat")


@pytest.fixture
def listener() -> Iterator[int]:
    """The port of a server on this machine's loopback."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


# attack -> (walls that stop it, each by itself; code that says b"in" where it succeeds)
ATTACKS = {
    "leave a file for the next child": (
        {"own_tmp"},
        """
        import os
        if os.path.exists("/tmp/left"): say(b"in")
        open("/tmp/left", "w").close()
        """,
    ),
    "leave a file in / for the next child": (
        {"read_only_root"},
        """
        import os
        if os.path.exists("/left"): say(b"in")
        open("/left", "w").close()
        """,
    ),
    "see the zygote": (
        {"own_proc"},
        "import os\nif os.path.exists('/proc/1') and 'zygote' in open('/proc/1/cmdline').read(): say(b'in')",
    ),
    "read the grader's environment": (
        {"empty_environment"},
        "import os\nif 'CANARY_VARIABLE' in os.environ: say(b'in')",
    ),
    "fork": (
        {"processes"},
        "import os\nif os.fork() == 0: os._exit(0)\nsay(b'in')",
    ),
    "memory beyond every limit, in a memfd": (
        {"kernel_objects"},
        "import os; fd = os.memfd_create('x'); os.write(fd, bytes(2**20)); say(b'in')",
    ),
    "stall others with a lease on a shared file": (
        {"kernel_surface"},
        "import fcntl; fcntl.fcntl(open('/tmp/x', 'w'), 1024, 1); say(b'in')",
    ),
    "a kernel object that the next child finds": (
        {"kernel_objects", "ipc_namespace"},
        """
        import ctypes
        c = ctypes.CDLL(None)
        if c.shmget(4711, 4096, 0o600) >= 0: say(b"in")
        c.shmget(4711, 4096, 0o1600)
        """,
    ),
    "take a process apart": (
        {"other_memory"},
        """
        import ctypes
        c = ctypes.CDLL(None, use_errno=True)
        if c.ptrace(0, 0, 0, 0) == 0: say(b"in")
        """,
    ),
    "more memory than allowed": (
        {"limits"},
        "x = bytes(3 * 2**30); say(b'in')",
    ),
    "a mount of its own": (
        {"namespaces", "capabilities"},
        "import ctypes\nif ctypes.CDLL(None).mount(b'x', b'/tmp', b'tmpfs', 0, None) == 0: say(b'in')",
    ),
    "new capabilities in a namespace of its own": (
        {"namespaces"},
        "import ctypes\nif ctypes.CDLL(None).unshare(0x10000000) == 0: say(b'in')",
    ),
    "reach a server of this machine": (
        {"network", "net_namespace", "private_network"},
        "import socket; socket.create_connection(('127.0.0.1', PORT), 2); say(b'in')",
    ),
    "change the mode of a device that all share": (
        {"inodes"},
        """
        import os
        before = os.stat("/dev/null")
        os.chmod("/dev/null", 0o600)
        os.utime("/dev/null", (0, 0))
        after = os.stat("/dev/null")
        if (after.st_mode, after.st_mtime) != (before.st_mode, before.st_mtime): say(b"in")
        """,
    ),
    "signal through a lock on a file that all share": (
        {"file_locks"},
        """
        import fcntl, os
        one, two = open(os.__file__), open(os.__file__)
        fcntl.flock(one, fcntl.LOCK_EX)
        try:
            fcntl.flock(two, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(b"in")
        """,
    ),
    "throw a library's pages out of memory": (
        {"page_cache"},
        """
        import ctypes, os
        if ctypes.CDLL(None).posix_fadvise(-1, 0, 0, os.POSIX_FADV_DONTNEED): say(b"in")
        """,
    ),
    "see which pages of a library others have read": (
        {"kernel_surface"},
        """
        import ctypes, mmap, os
        c = ctypes.CDLL(None)
        c.mmap.restype = ctypes.c_void_p
        file = os.open(os.__file__, os.O_RDONLY)
        place = c.mmap(None, mmap.PAGESIZE, mmap.PROT_READ, mmap.MAP_SHARED, file, 0)
        if c.mincore(ctypes.c_void_p(place), mmap.PAGESIZE, ctypes.create_string_buffer(1)) == 0: say(b"in")
        """,
    ),
    "a call that stands in no list": (
        {"unknown"},
        """
        import ctypes, errno, os
        c = ctypes.CDLL(None, use_errno=True)
        c.syscall({"x86_64": 206, "aarch64": 0}[os.uname().machine], 0, None)
        if ctypes.get_errno() != errno.ENOSYS: say(b"in")
        """,
    ),
    "stop every process it can name": (
        {"pid_namespace"},
        "import os; os.kill(os.getppid(), 9)\nimport time; time.sleep(1)",
    ),
}


@pytest.fixture
def device_of_our_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A /dev/null made for the test is what sandboxes get, so that no attack can reach the machine's own."""
    if os.getuid() == 0:
        null = tmp_path / "null"
        os.mknod(null, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        null.chmod(0o666)
        monkeypatch.setitem(outer.DEVICES, "/dev/null", str(null))


@pytest.mark.slow
@pytest.mark.usefixtures("device_of_our_own")
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_succeeds_only_where_its_walls_are_missing(
    attack: str, listener: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANARY_VARIABLE", "1")
    stopping, code = ATTACKS[attack]
    if "device" in attack and os.getuid() != 0:
        pytest.skip("devices belong to root, so that only a grader run by root could change them")
    code = code.replace("PORT", str(listener))

    def succeeds(*without: str) -> bool:
        with box(*without) as sandbox:
            first, second = run(sandbox, code), run(sandbox, code)
        killed = Ending.CRASHED in (first.ending, second.ending)
        return b"in" in (*first.frames, *second.frames) or killed

    assert not succeeds()
    assert succeeds(*stopping)
    if len(stopping) > 1:  # each wall alone is enough
        for wall in stopping:
            assert not succeeds(*(stopping - {wall}))
