"""The inner wall between one submission and the next: each child builds it for itself before it runs code.

The steps are named and listed in order. The zygote builds all of them, or in the slow tier all but the
namespaces; tests take one away to show that an attack then succeeds. Any step that fails raises, and the
child runs nothing.
"""

import contextlib
import math
import os
import resource
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from autograder.sandbox import syscalls as sys_
from autograder.sandbox.limits import Limits

# the child's descriptors beyond the standard three; REPORT is closed before any code of a submission runs
JOB, ANSWER, REPORT = 3, 4, 5
OPEN = (0, 1, 2, JOB, ANSWER)  # what is left open for the submission

UNSHARED = {
    "user_namespace": sys_.CLONE_NEWUSER,
    "pid_namespace": sys_.CLONE_NEWPID,
    "mount_namespace": sys_.CLONE_NEWNS,
    "ipc_namespace": sys_.CLONE_NEWIPC,
    "net_namespace": sys_.CLONE_NEWNET,
    "uts_namespace": sys_.CLONE_NEWUTS,
    "cgroup_namespace": sys_.CLONE_NEWCGROUP,
}


@dataclass(frozen=True)
class Plan:
    """What a child is given to build its walls from."""

    limits: Limits
    filter: bytes
    without: frozenset[str] = frozenset()  # names of walls not to build


def for_job(plan: Plan, cpu_seconds: float) -> Plan:
    """The plan for a job that may use this much processor time, which is no more than the plan allows."""
    return replace(plan, limits=replace(plan.limits, cpu_seconds=min(cpu_seconds, plan.limits.cpu_seconds)))


def unshare_namespaces(without: Collection[str] = ()) -> None:
    """New namespaces for this process and (process ids) its children. Raises OSError where refused."""
    flags = 0
    for name, flag in UNSHARED.items():
        if name not in without:
            flags |= flag
    if not flags:
        return
    uid, gid = os.getuid(), os.getgid()
    sys_.unshare(flags)
    if flags & sys_.CLONE_NEWUSER:
        for file, text in (
            ("setgroups", "deny"),
            ("uid_map", f"{uid} {uid} 1"),
            ("gid_map", f"{gid} {gid} 1"),
        ):
            with open(f"/proc/self/{file}", "w") as map_file:
                map_file.write(text)
    if flags & sys_.CLONE_NEWNS:
        sys_.mount(None, "/", None, sys_.MS_REC | sys_.MS_PRIVATE)


def refusal() -> str | None:
    """Tries the namespaces and mounts in this very process; the reason when one is refused, else None."""
    try:
        unshare_namespaces()
        sys_.mount("proc", "/tmp", "tmpfs", 0)
    except OSError as error:
        return str(error)
    return None


def volunteer_for_memory_shortage() -> None:
    """When the machine runs out of memory, the kernel is to end this process first, not the grader."""
    with open("/proc/self/oom_score_adj", "w") as score:
        score.write("1000")


def _session(plan: Plan) -> None:
    os.setsid()


def _own_proc(plan: Plan) -> None:
    """A /proc with nothing in it but this process, built in /tmp and moved into place.

    A fresh proc is refused where root started bwrap; binding one directory of the old one works everywhere.
    """
    safe = sys_.MS_NOSUID | sys_.MS_NODEV | sys_.MS_NOEXEC
    sys_.mount("proc", "/tmp", "tmpfs", safe, "size=64k,nr_inodes=16,mode=0755")
    os.mkdir("/tmp/self")
    os.symlink("self", f"/tmp/{os.getpid()}")
    sys_.mount("/proc/self", "/tmp/self", None, sys_.MS_BIND)
    sys_.mount(None, "/tmp/self", None, sys_.MS_REMOUNT | sys_.MS_BIND | sys_.MS_RDONLY | safe)
    for name in ("cpuinfo", "meminfo"):
        os.close(os.open(f"/tmp/{name}", os.O_CREAT | os.O_WRONLY, 0o444))
        sys_.mount(f"/proc/{name}", f"/tmp/{name}", None, sys_.MS_BIND)
        sys_.mount(None, f"/tmp/{name}", None, sys_.MS_REMOUNT | sys_.MS_BIND | sys_.MS_RDONLY | safe)
    sys_.mount("/tmp", "/proc", None, sys_.MS_MOVE)
    sys_.mount(None, "/proc", None, sys_.MS_REMOUNT | sys_.MS_BIND | sys_.MS_RDONLY | safe)


def _own_tmp(plan: Plan) -> None:
    limits = plan.limits
    options = f"size={limits.tmp_bytes},nr_inodes={limits.tmp_inodes},mode=0700"
    sys_.mount("tmp", "/tmp", "tmpfs", sys_.MS_NOSUID | sys_.MS_NODEV, options)
    options = f"size={limits.shm_bytes},nr_inodes=256,mode=0700"
    sys_.mount("shm", "/dev/shm", "tmpfs", sys_.MS_NOSUID | sys_.MS_NODEV | sys_.MS_NOEXEC, options)


def _limits(plan: Plan) -> None:
    for kind, (soft, hard) in rlimits(plan.limits).items():
        ceiling = resource.getrlimit(kind)[1]
        if ceiling != resource.RLIM_INFINITY:  # what the grader itself may not exceed stays as it is
            soft, hard = min(soft, ceiling), min(hard, ceiling)
        resource.setrlimit(kind, (soft, hard))


def rlimits(limits: Limits) -> dict[int, tuple[int, int]]:
    """Soft and hard value for each resource limit of a child."""
    same = {
        resource.RLIMIT_AS: limits.address_space,
        resource.RLIMIT_DATA: limits.data_segment,
        resource.RLIMIT_STACK: limits.stack,
        resource.RLIMIT_FSIZE: limits.file_size,
        resource.RLIMIT_NOFILE: limits.open_files,
        resource.RLIMIT_NPROC: limits.threads,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    # SIGXCPU at the soft limit says which limit it was; SIGKILL a second later ends whoever ignores it
    return {kind: (value, value) for kind, value in same.items()} | {
        resource.RLIMIT_CPU: (math.ceil(limits.cpu_seconds), math.ceil(limits.cpu_seconds) + 1)
    }


def _capabilities(plan: Plan) -> None:
    sys_.drop_capabilities()


def _system_calls(plan: Plan) -> None:
    # without it the kernel refuses filters; bwrap has set it already, most likely
    sys_.prctl(sys_.PR_SET_NO_NEW_PRIVS, 1)
    sys_.install_filter(plan.filter)


WALLS: dict[str, Callable[[Plan], None]] = {
    "session": _session,
    "own_proc": _own_proc,
    "own_tmp": _own_tmp,
    "limits": _limits,
    "capabilities": _capabilities,
    "system_calls": _system_calls,
}
MOUNTS = frozenset({"private_mounts", "own_proc", "own_tmp"})  # possible only in a mount namespace of one's own
NAMESPACES = frozenset(UNSHARED) | MOUNTS  # what the slow tier does without
NAMES = frozenset(UNSHARED) | frozenset(WALLS)


def build(plan: Plan) -> None:
    """Build every wall of the plan, in order. Raises OSError naming the first that fails."""
    missing = plan.without | (MOUNTS if "mount_namespace" in plan.without else frozenset())
    for name, wall in WALLS.items():
        if name not in missing:
            try:
                wall(plan)
            except (OSError, ValueError) as error:
                raise OSError(f"wall {name}: {error}") from error


def arrange_descriptors(job: int, answer: int, output: int, report: int) -> None:
    """Put the given descriptors at 3, 4, 1 and 2, 5, and close every other but stdin (which is /dev/null)."""
    spare = [os.dup(d) for d in (job, answer, output, report)]
    while min(spare) <= REPORT:
        spare = [os.dup(d) for d in spare]
    for source, targets in zip(spare, ((JOB,), (ANSWER,), (1, 2), (REPORT,)), strict=True):
        for target in targets:
            os.dup2(source, target, inheritable=False)
    for name in os.listdir("/proc/self/fd"):
        if int(name) not in (*OPEN, REPORT):
            with contextlib.suppress(OSError):  # the one that listed the folder is closed already
                os.close(int(name))
