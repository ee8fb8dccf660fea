"""The system calls a submission may not make, compiled on the trusted side into a program the child installs.

Everything else is allowed: an allow-list that large libraries, NumPy and the next glibc survive would be longer
than what it forbids. Calls younger than the lists below are refused as unknown, so that a new kernel does not
widen the hole.
"""

import errno
import functools
import tempfile

# Each group is a wall of its own: tests take one away and show which attack then succeeds.
DENIED: dict[str, tuple[str, ...]] = {
    # AF_VSOCK and others do not respect network namespaces, so no socket at all. socketpair is treated below.
    "network": (
        "socket", "connect", "bind", "listen", "accept", "accept4",
    ),
    "processes": (
        "fork", "vfork", "execve", "execveat",
    ),
    "other_memory": (
        "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "process_mrelease",
        "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "kcmp",
    ),
    # what lives in the kernel rather than in the process, or escapes the memory limits
    "kernel_objects": (
        "memfd_create", "memfd_secret", "shmget", "shmat", "shmctl", "shmdt", "semget", "semop", "semctl",
        "semtimedop", "msgget", "msgsnd", "msgrcv", "msgctl", "mq_open", "mq_unlink", "mq_timedsend",
        "mq_timedreceive", "mq_notify", "mq_getsetattr", "add_key", "request_key", "keyctl",
    ),
    "namespaces": (
        "unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "open_tree", "move_mount", "fsopen",
        "fsconfig", "fsmount", "fspick", "mount_setattr", "open_by_handle_at", "name_to_handle_at",
        "sethostname", "setdomainname",
    ),
    # parts of the kernel with a history of holes, or that tell about the machine
    "kernel_surface": (
        "io_uring_setup", "io_uring_enter", "io_uring_register", "bpf", "perf_event_open", "userfaultfd",
        "personality", "modify_ldt", "ioperm", "iopl", "syslog", "acct", "quotactl", "quotactl_fd", "swapon",
        "swapoff", "reboot", "kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module",
        "lookup_dcookie", "nfsservctl", "vhangup", "settimeofday", "clock_settime", "adjtimex",
        "clock_adjtime",
        "fanotify_init", "fanotify_mark", "inotify_init", "inotify_init1", "inotify_add_watch",
        "landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self", "seccomp", "migrate_pages",
        "move_pages", "set_mempolicy", "mbind",
    ),
}  # fmt: skip

# From 424 on, numbers are the same on every architecture. These are harmless and newer libraries use them.
ALLOWED_NEWER = {
    436: "close_range", 437: "openat2", 439: "faccessat2", 441: "epoll_pwait2", 449: "futex_waitv",
    451: "cachestat", 452: "fchmodat2", 454: "futex_wake", 455: "futex_wait", 456: "futex_requeue",
}  # fmt: skip
NEWER = range(424, 512)  # 512 and above belong to x32, which the filter kills as a foreign architecture

CLONE_THREAD = 0x00010000
AF_UNIX = 1
F_SETLEASE, F_NOTIFY = 1024, 1026
TIOCSTI, TIOCLINUX = 0x5412, 0x541C
INT_MASK = 0xFFFFFFFF  # the kernel reads these arguments as int, the filter sees all 64 bits


@functools.cache
def compile_filter(without: frozenset[str] = frozenset()) -> bytes:
    """The filter as a BPF program. `without` leaves out groups of DENIED, for tests only.

    Raises ImportError or RuntimeError when pyseccomp or libseccomp is missing.
    """
    import pyseccomp as sc

    rules = sc.SyscallFilter(defaction=sc.ALLOW)  # foreign architectures are killed: libseccomp's default
    rules.set_attr(sc.Attr.CTL_OPTIMIZE, 2)  # a binary tree instead of a chain, for the sake of speed

    refuse = sc.ERRNO(errno.EPERM)
    for group, calls in DENIED.items():
        if group not in without:
            for call in calls:
                _refuse(rules, refuse, call)
    if "network" not in without:
        # asyncio talks to itself through a pair of unix sockets; those two ends reach nobody else
        rules.add_rule(refuse, "socketpair", sc.Arg(0, sc.NE, AF_UNIX))
    if "processes" not in without:
        rules.add_rule(refuse, "clone", sc.Arg(0, sc.MASKED_EQ, CLONE_THREAD, 0))
        rules.add_rule(sc.ERRNO(errno.ENOSYS), "clone3")  # glibc then falls back to clone, whose flags can be read
    if "kernel_surface" not in without:
        # a lease on a file that this user owns stalls everyone else who opens it, outside the sandbox too
        for command in (F_SETLEASE, F_NOTIFY):
            rules.add_rule(refuse, "fcntl", sc.Arg(1, sc.MASKED_EQ, INT_MASK, command))
        for request in (TIOCSTI, TIOCLINUX):
            rules.add_rule(refuse, "ioctl", sc.Arg(1, sc.MASKED_EQ, INT_MASK, request))
        named = {sc.resolve_syscall(sc.system_arch(), call) for calls in DENIED.values() for call in calls}
        for number in NEWER:
            if number not in ALLOWED_NEWER and number not in named and number != 435:  # 435 is clone3
                rules.add_rule(sc.ERRNO(errno.ENOSYS), number)
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


def _refuse(rules, action: int, call: str) -> None:  # type: ignore[no-untyped-def]
    import pyseccomp as sc

    number = sc.resolve_syscall(sc.system_arch(), call)
    if number >= 0 or number < -1:  # -1: a name this libseccomp does not know; NEWER covers the young ones
        rules.add_rule(action, call)
