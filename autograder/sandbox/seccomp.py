"""The system calls a submission may make, compiled on the trusted side into a program the child installs.

Every call stands in one of three lists: refused, done without effect, allowed. What stands in none is refused as
unknown, so that a new kernel does not widen the hole.
"""

import errno
import functools
import tempfile

# Each group, here and in SILENT, is a wall of its own: tests take one away and show which attack then succeeds.
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
        # which pages of a shared file are in memory tells who has read it
        "mincore", "cachestat", "preadv2", "pwritev2",
    ),
}  # fmt: skip

# Calls that would change what sandboxes and the machine share (the inode of a device or a library), or signal through
# it. Honest code makes them without need (shutil.copy sets modes and times), so they do nothing and say it went well.
SILENT: dict[str, tuple[str, ...]] = {
    "inodes": (
        "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat", "utime", "utimes",
        "futimesat", "utimensat", "setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr",
    ),
    "file_locks": ("flock",),  # and the commands of fcntl below
    "page_cache": ("fadvise64", "readahead", "sync", "syncfs"),
}  # fmt: skip

# Every other call that the filter knows, and lets through. What stands nowhere is refused: a call that a newer kernel
# adds, and old ones that no library uses any more.
ALLOWED = (
    "read", "write", "open", "close", "stat", "fstat", "lstat", "poll", "lseek", "mmap", "mprotect", "munmap",
    "brk", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "ioctl", "pread64", "pwrite64", "readv", "writev",
    "access", "pipe", "select", "sched_yield", "mremap", "msync", "madvise", "dup", "dup2", "pause", "nanosleep",
    "getitimer", "alarm", "setitimer", "getpid", "sendfile", "sendto", "recvfrom", "sendmsg", "recvmsg",
    "shutdown", "getsockname", "getpeername", "socketpair", "setsockopt", "getsockopt", "clone", "exit", "wait4",
    "kill", "uname", "fcntl", "fsync", "fdatasync", "truncate", "ftruncate", "getdents", "getcwd", "chdir",
    "fchdir", "rename", "mkdir", "rmdir", "creat", "link", "unlink", "symlink", "readlink", "umask",
    "gettimeofday", "getrlimit", "getrusage", "sysinfo", "times", "getuid", "getgid", "setuid", "setgid",
    "geteuid", "getegid", "setpgid", "getppid", "getpgrp", "setsid", "setreuid", "setregid", "getgroups",
    "setgroups", "setresuid", "getresuid", "setresgid", "getresgid", "getpgid", "setfsuid", "setfsgid", "getsid",
    "capget", "capset", "rt_sigpending", "rt_sigtimedwait", "rt_sigqueueinfo", "rt_sigsuspend", "sigaltstack",
    "mknod", "statfs", "fstatfs", "getpriority", "setpriority", "sched_setparam", "sched_getparam",
    "sched_setscheduler", "sched_getscheduler", "sched_get_priority_max", "sched_get_priority_min",
    "sched_rr_get_interval", "mlock", "munlock", "mlockall", "munlockall", "prctl", "arch_prctl", "setrlimit",
    "gettid", "getxattr", "lgetxattr", "fgetxattr", "listxattr", "llistxattr", "flistxattr", "tkill", "time",
    "futex", "sched_setaffinity", "sched_getaffinity", "set_thread_area", "get_thread_area", "epoll_create",
    "getdents64", "set_tid_address", "restart_syscall", "timer_create", "timer_settime", "timer_gettime",
    "timer_getoverrun", "timer_delete", "clock_gettime", "clock_getres", "clock_nanosleep", "exit_group",
    "epoll_wait", "epoll_ctl", "tgkill", "get_mempolicy", "waitid", "ioprio_get", "openat", "mkdirat", "mknodat",
    "newfstatat", "unlinkat", "renameat", "linkat", "symlinkat", "readlinkat", "faccessat", "pselect6", "ppoll",
    "set_robust_list", "get_robust_list", "sync_file_range", "epoll_pwait", "signalfd", "timerfd_create",
    "eventfd", "fallocate", "timerfd_settime", "timerfd_gettime", "signalfd4", "eventfd2", "epoll_create1",
    "dup3", "pipe2", "preadv", "pwritev", "rt_tgsigqueueinfo", "recvmmsg", "prlimit64", "sendmmsg", "getcpu",
    "sched_setattr", "sched_getattr", "renameat2", "getrandom", "membarrier", "mlock2", "copy_file_range",
    "pkey_mprotect", "pkey_alloc", "pkey_free", "statx", "rseq", "close_range", "openat2", "faccessat2",
    "epoll_pwait2", "futex_waitv", "map_shadow_stack", "futex_wake", "futex_wait", "futex_requeue",
    # named so on other architectures
    "fstatat64", "mmap2", "fadvise64_64", "arm_fadvise64_64", "fstat64", "fcntl64", "llseek", "ugetrlimit",
    "riscv_flush_icache",
)  # fmt: skip
# Numbers beyond are no calls of any kernel yet; 512 to 547 belong to x32, which is killed as a foreign architecture.
NUMBERS = (*range(512), *range(548, 1024))

GROUPS = frozenset({*DENIED, *SILENT, "unknown"})

CLONE_THREAD = 0x00010000
AF_UNIX = 1
F_SETLEASE, F_NOTIFY, F_SETPIPE_SZ = 1024, 1026, 1031
F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW = 6, 7, 37, 38
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
        # a lease on a file that this user owns stalls everyone else who opens it, outside the sandbox too; pages for
        # larger pipes are taken from all that this user may have, the grader's included
        for command in (F_SETLEASE, F_NOTIFY, F_SETPIPE_SZ):
            rules.add_rule(refuse, "fcntl", sc.Arg(1, sc.MASKED_EQ, INT_MASK, command))
        for request in (TIOCSTI, TIOCLINUX):
            rules.add_rule(refuse, "ioctl", sc.Arg(1, sc.MASKED_EQ, INT_MASK, request))
    nothing = sc.ERRNO(0)
    for group, calls in SILENT.items():
        if group not in without:
            for call in calls:
                _refuse(rules, nothing, call)
    if "file_locks" not in without:
        for command in (F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW):
            rules.add_rule(nothing, "fcntl", sc.Arg(1, sc.MASKED_EQ, INT_MASK, command))
    if "unknown" not in without:
        for number in sorted(set(NUMBERS) - known_numbers()):
            rules.add_rule(sc.ERRNO(errno.ENOSYS), number)
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


def known_numbers() -> set[int]:
    """The numbers, on this architecture, of all calls that the lists above name."""
    import pyseccomp as sc

    groups = (*DENIED.values(), *SILENT.values(), ALLOWED, ("clone3",))
    numbers = {sc.resolve_syscall(sc.system_arch(), call) for calls in groups for call in calls}
    return {number for number in numbers if number >= 0}


def _refuse(rules, action: int, call: str) -> None:  # type: ignore[no-untyped-def]
    import pyseccomp as sc

    number = sc.resolve_syscall(sc.system_arch(), call)
    if number >= 0 or number < -1:  # -1: a name this libseccomp does not know; NEWER covers the young ones
        rules.add_rule(action, call)
