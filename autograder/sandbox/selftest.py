"""The self-test: every promise of the walls, checked from inside a child before the first submission is run.

A promise is a sentence and a function that returns None when it holds, or words for what was found instead.
Each attack is really tried. The zygote imports this module before anything else, so what it notes then is the
world outside of the inner wall.
"""

import contextlib
import ctypes
import errno
import fcntl
import importlib.util
import json
import mmap
import os
import resource
import socket
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.sandbox import outer, pipe, seccomp, walls
from autograder.sandbox.limits import Limits

_libc = ctypes.CDLL(None, use_errno=True)
_KINDS = ("user", "pid", "mnt", "ipc", "net", "uts", "cgroup")
_OUTSIDE = {kind: os.readlink(f"/proc/self/ns/{kind}") for kind in _KINDS if os.path.exists("/proc/self/ns")}
_ENVIRONMENT_AT_START = frozenset(os.environ)  # libraries add variables of their own when they are imported
_ADDED_BY_PROGRAMS = {"PWD", "LC_CTYPE"}  # bwrap sets the first, Python the second


@dataclass(frozen=True)
class Setting:
    """What the self-test is told about the sandbox it is in."""

    limits: Limits
    both_walls: bool
    environment: frozenset[str]  # names of variables that the lab adds
    readable: frozenset[str]  # places below /lab of what the lab shows


def main(job: int, answer: int) -> None:
    """Check all promises; the answer is one frame of JSON: broken promise -> what was found."""
    with open(job, "rb", closefd=False) as file:
        told = json.load(file)
    added = (frozenset(told[name]) for name in ("environment", "readable"))
    setting = Setting(Limits(**told["limits"]), told["tier"] == "FAST", *added)
    broken = {}
    for promise, check in (PROMISES | (PROMISES_OF_BOTH_WALLS if setting.both_walls else {})).items():
        try:
            found = check(setting)
        except Exception as error:  # a promise that cannot be checked is not kept
            found = f"{type(error).__name__}: {error}"
        if found is not None:
            broken[promise] = found[:300]
    pipe.write(answer, json.dumps(broken).encode())


def _refused(attempts: dict[str, Callable[[], Any]]) -> str | None:
    """None when every attempt is refused for lack of permission, else the names of those that were not."""
    allowed = []
    for name, attempt in attempts.items():
        try:
            attempt()
        except OSError as error:
            if error.errno != errno.EPERM:
                allowed.append(f"{name} ({errno.errorcode.get(error.errno or 0)})")
        else:
            allowed.append(name)
    return f"not refused: {', '.join(allowed)}" if allowed else None


def _c(name: str, *arguments: Any) -> Callable[[], None]:
    """An attempt to call a function of the C library that returns -1 on failure."""

    def attempt() -> None:
        if getattr(_libc, name)(*arguments) == -1:
            raise OSError(ctypes.get_errno(), name)

    return attempt


def _network(setting: Setting) -> str | None:
    families = {"unix": 1, "IPv4": 2, "IPv6": 10, "netlink": 16, "packet": 17, "vsock": 40}
    attempts = {name: _socket(family) for name, family in families.items()}
    return _refused(attempts | {"a pair of vsocks": lambda: socket.socketpair(40, socket.SOCK_STREAM)})


def _socket(family: int) -> Callable[[], None]:
    return lambda: socket.socket(family, socket.SOCK_DGRAM).close()


def _interfaces(setting: Setting) -> str | None:
    lines = Path("/proc/self/net/dev").read_text().splitlines()[2:]  # after two lines of headings
    names = {line.partition(":")[0].strip() for line in lines} - {"lo"}
    return f"network devices {', '.join(sorted(names))}" if names else None


def _fork() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _processes(setting: Setting) -> str | None:
    true = "/usr/bin/true"
    return _refused(
        {
            "fork": _fork,
            "exec": lambda: os.execv(true, [true]),
            "spawn": lambda: os.posix_spawn(true, [true], {}),
        }
    )


def _memory_of_others(setting: Setting) -> str | None:
    return _refused(
        {
            "ptrace": _c("ptrace", 7, -1, 0, 0),
            "process_vm_readv": _c("process_vm_readv", os.getpid(), None, 0, None, 0, 0),
            "pidfd_open": _c("syscall", 434, os.getpid(), 0),
        }
    )


def _kernel_objects(setting: Setting) -> str | None:
    return _refused(
        {
            "memfd_create": lambda: os.close(os.memfd_create("x")),
            "shmget": _c("shmget", 0, 4096, 0o1600),
            "semget": _c("semget", 0, 1, 0o1600),
            "msgget": _c("msgget", 0, 0o1600),
            "mq_open": _c("mq_open", b"/x", os.O_CREAT | os.O_RDWR, 0o600, None),
        }
    )


def _namespaces_closed(setting: Setting) -> str | None:
    nowhere = b"/tmp/nowhere"
    return _refused(
        {
            "unshare": _c("unshare", 0),
            "setns": _c("setns", -1, 0),
            "mount": _c("mount", None, nowhere, None, 0, None),
            "umount": _c("umount2", nowhere, 0),
            "chroot": _c("chroot", nowhere),
        }
    )


def _kernel_surface(setting: Setting) -> str | None:
    def lease() -> None:
        with open(__file__) as file:
            fcntl.fcntl(file, seccomp.F_SETLEASE, fcntl.F_RDLCK)

    return _refused(
        {
            "personality": _c("personality", 0xFFFFFFFF),
            "inotify": _c("inotify_init"),
            "kernel log": _c("klogctl", 10, None, 0),
            "file lease": lease,
        }
    )


def _effects(attempts: dict[str, Callable[[], Any]]) -> str | None:
    """None when each attempt, wrong as its arguments are, says that it went well: then the filter answered for it."""
    real = []
    for name, attempt in attempts.items():
        try:
            attempt()
        except OSError:
            real.append(name)
    return f"taken seriously: {', '.join(real)}" if real else None


def _inodes(setting: Setting) -> str | None:
    nowhere = b"/tmp/nowhere"
    return _effects(
        {
            "chmod": _c("chmod", nowhere, 0o600),
            "chown": _c("chown", nowhere, -1, -1),
            "utimensat": _c("utimensat", -100, nowhere, None, 0),
            "setxattr": _c("setxattr", nowhere, b"user.x", None, 0, 0),
        }
    )


def _locks(setting: Setting) -> str | None:
    return _effects({"flock": _c("flock", -1, fcntl.LOCK_EX), "fcntl": _c("fcntl", -1, seccomp.F_SETLK, None)})


def _page_cache(setting: Setting) -> str | None:
    return _effects({"readahead": _c("readahead", -1, 0, 0), "syncfs": _c("syncfs", -1)})


def _unknown_calls(setting: Setting) -> str | None:
    """A call that every kernel has and the filter does not know; `io_setup` has a number for each architecture."""
    number = {"x86_64": 206, "aarch64": 0}.get(os.uname().machine)
    if number is None:
        return None
    _libc.syscall(number, 0, None)
    found = ctypes.get_errno()
    return None if found == errno.ENOSYS else f"io_setup reached the kernel ({errno.errorcode.get(found)})"


def _privileges(setting: Setting) -> str | None:
    status = dict(line.split(":\t", 1) for line in Path("/proc/self/status").read_text().splitlines())
    wanted = {name: "0" * 16 for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")}
    wanted |= {"NoNewPrivs": "1", "Seccomp": "2"}
    wrong = [f"{name} {status[name]}" for name, value in wanted.items() if status[name].strip() != value]
    if os.getuid() == 0 or os.geteuid() == 0:
        wrong.append("the user is root")
    return ", ".join(wrong) or None


def _limits(setting: Setting) -> str | None:
    loose = []
    for kind, wanted in walls.rlimits(setting.limits).items():
        found = resource.getrlimit(kind)
        if any(has > may or has == resource.RLIM_INFINITY for has, may in zip(found, wanted, strict=True)):
            loose.append(f"limit {kind} is {found}, not {wanted}")
    return ", ".join(loose) or None


def _memory(setting: Setting) -> str | None:
    try:
        mmap.mmap(-1, setting.limits.address_space).close()
    except OSError:
        return None
    return "a mapping as large as the limit was allowed"


def _descriptors(setting: Setting) -> str | None:
    listing = os.open("/proc/self/fd", os.O_RDONLY)
    try:
        found = {int(name) for name in os.listdir(listing)} - {listing}
    finally:
        os.close(listing)
    # listdir opens one more while it reads
    open_ones = {number for number in found if _is_open(number)}
    wanted = set(walls.OPEN)
    if open_ones != wanted:
        return f"open descriptors {sorted(open_ones)}, not {sorted(wanted)}"
    if os.fstat(0).st_rdev != os.stat("/dev/null").st_rdev:
        return "stdin is not /dev/null"
    return _refused({"writing to the job": lambda: os.write(walls.JOB, b"x")})


def _is_open(number: int) -> bool:
    with contextlib.suppress(OSError):
        os.fstat(number)
        return True
    return False


def _environment(setting: Setting) -> str | None:
    extra: set[str] = set()
    # as the process was started with: what preloaded libraries set since then comes from inside
    for process in ["self", *_others_seen()]:
        with contextlib.suppress(OSError):
            text = Path(f"/proc/{process}/environ").read_bytes().decode(errors="replace")
            extra |= {item.partition("=")[0] for item in text.split("\0") if item}
    extra -= set(outer.ENVIRONMENT) | setting.environment | _ADDED_BY_PROGRAMS
    return f"variables from outside: {', '.join(sorted(extra))}" if extra else None


def _others_seen() -> list[str]:
    return [
        name for name in os.listdir("/proc") if name.isdigit() and not os.path.samefile(f"/proc/{name}", "/proc/self")
    ]


def _other_processes(setting: Setting) -> str | None:
    readable = []
    for process in _others_seen():
        with contextlib.suppress(OSError):
            os.close(os.open(f"/proc/{process}/mem", os.O_RDONLY))
            readable.append(process)
    return f"memory of processes {', '.join(readable)} can be opened" if readable else None


def _files(setting: Setting) -> str | None:
    """All is mounted read-only but /tmp, /dev/shm and, in the slow tier, /proc; devices are harmless ones."""
    writable = {"/tmp", "/dev/shm", *outer.DEVICES}
    if not setting.both_walls:
        writable.add("/proc")
    wrong = []
    for point in {fields[4] for fields in _mounts()} - writable:
        if not os.statvfs(point).f_flag & os.ST_RDONLY:  # of what is on top there; the list has what is below too
            wrong.append(point)
    for name in os.listdir("/dev"):
        kind = os.lstat(f"/dev/{name}").st_mode
        if (stat.S_ISCHR(kind) or stat.S_ISBLK(kind)) and f"/dev/{name}" not in outer.DEVICES:
            wrong.append(f"/dev/{name}")
    return f"writable: {', '.join(wrong)}" if wrong else None


def _mounts() -> list[list[str]]:
    return [line.split() for line in Path("/proc/self/mountinfo").read_text().splitlines()]


def _course(setting: Setting) -> str | None:
    lab = Path(outer.LAB)
    meant = [lab / place for place in ("autograder/__init__.py", "autograder/sandbox", *setting.readable)]
    for path in (lab / "autograder").rglob("*"):
        if not path.is_dir() and not any(path.is_relative_to(place) for place in meant):
            return f"{path} can be read"
    for module in ("autograder.verdict", "autograder.evidence", "autograder.grading"):
        if importlib.util.find_spec(module) is not None:
            return f"{module} can be imported"
    for site in outer.site_packages():
        if (site / "autograder").is_dir() and os.listdir(site / "autograder"):
            return f"{site / 'autograder'} can be read"
    return None


def _own_namespaces(setting: Setting) -> str | None:
    shared = [kind for kind in _OUTSIDE if os.readlink(f"/proc/self/ns/{kind}") == _OUTSIDE[kind]]
    if shared:
        return f"shared with the zygote: {', '.join(shared)}"
    propagating = [fields[4] for fields in _mounts() if any(":" in field for field in fields[6 : fields.index("-")])]
    return f"mounts tied to those outside: {', '.join(propagating)}" if propagating else None


def _alone(setting: Setting) -> str | None:
    seen = _others_seen()
    return f"processes {', '.join(seen)} are visible" if seen else None


def _session(setting: Setting) -> str | None:
    return None if os.getsid(0) == os.getpid() else "the session is shared with the zygote"


def _own_files(setting: Setting) -> str | None:
    for folder, size in (("/tmp", setting.limits.tmp_bytes), ("/dev/shm", setting.limits.shm_bytes)):
        space = os.statvfs(folder)
        if os.listdir(folder):
            return f"{folder} is not empty"
        if space.f_blocks * space.f_frsize > size + mmap.PAGESIZE or space.f_files > setting.limits.tmp_inodes:
            return f"{folder} has {space.f_blocks * space.f_frsize} bytes and {space.f_files} files"
        with open(f"{folder}/x", "w") as file:
            file.write("x")
        os.unlink(f"{folder}/x")
    return None


Check = Callable[[Setting], str | None]

PROMISES: dict[str, Check] = {
    "no socket of any kind": _network,
    "no network device but its own loopback": _interfaces,
    "no further process or program": _processes,
    "no way into another process's memory": _memory_of_others,
    "no object in the kernel that outlives the job or escapes the memory limit": _kernel_objects,
    "no change of namespaces or mounts": _namespaces_closed,
    "no part of the kernel that the lab does not need": _kernel_surface,
    "no change of modes, owners or times, which devices and libraries share": _inodes,
    "no lock on a file": _locks,
    "no say in what the machine keeps in memory of files": _page_cache,
    "no system call that the filter does not know": _unknown_calls,
    "no privileges, and none to be had": _privileges,
    "every limit is in force": _limits,
    "memory ends at its limit": _memory,
    "no open descriptor but its own": _descriptors,
    "no environment variable from outside": _environment,
    "no other process's memory can be opened": _other_processes,
    "nothing is writable but its own /tmp and /dev/shm": _files,
    "no grader or other part of the course is visible": _course,
    "a session of its own": _session,
}
PROMISES_OF_BOTH_WALLS: dict[str, Check] = {
    "namespaces of its own": _own_namespaces,
    "no other process is visible": _alone,
    "an empty /tmp and /dev/shm of its own, of limited size": _own_files,
}
