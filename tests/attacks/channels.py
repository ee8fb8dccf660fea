"""What two sandboxes at work side by side share, each as a way to signal, with what closes it or why it is left open.

`receive` runs in one sandbox while `send` runs in another, and says what it noticed: the channel is open if that
differs from what it notices while nobody sends. Both find a library's file that all sandboxes see as `SHARED`.
"""

from dataclasses import dataclass

PREPARE = """
import ctypes, errno, fcntl, mmap, os, threading, time
SHARED = os.__file__
c = ctypes.CDLL(None, use_errno=True)
c.mmap.restype = ctypes.c_void_p
def page():
    file = os.open(SHARED, os.O_RDONLY)
    return c.mmap(None, mmap.PAGESIZE, mmap.PROT_READ, mmap.MAP_SHARED, file, 0)
def attempt(action):
    try:
        return repr(action())
    except OSError as error:
        return errno.errorcode[error.errno]
def for_a_while(action):
    end = time.monotonic() + 2
    while time.monotonic() < end:
        action()
        time.sleep(0.05)
"""


@dataclass(frozen=True)
class Channel:
    """One thing that is shared."""

    name: str
    send: str
    receive: str  # defines `noticed`
    closed_by: str = ""  # in words; empty if it is open
    open_because: str = ""


CHANNELS = (
    Channel(
        "a lock (flock) on a library's file",
        "file = open(SHARED); attempt(lambda: fcntl.flock(file, fcntl.LOCK_EX)); time.sleep(2)",
        "file = open(SHARED); noticed = attempt(lambda: fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB))",
        closed_by="the filter: locks are not set, and nobody is told (`file_locks`)",
    ),
    Channel(
        "a record lock (fcntl) on a library's file",
        "file = open(SHARED); attempt(lambda: fcntl.lockf(file, fcntl.LOCK_SH)); time.sleep(2)",
        """
file = open(SHARED)
asked = b"\\x01" + b"\\0" * 31  # F_WRLCK over everything: who keeps me from it?
noticed = attempt(lambda: fcntl.fcntl(file, fcntl.F_GETLK, asked)[:2])
""",
        closed_by="the filter (`file_locks`)",
    ),
    Channel(
        "mode, owner and times of a library's file or a device",
        "for_a_while(lambda: attempt(lambda: os.utime('/dev/full', (time.time(), 0))))",
        "noticed = os.stat('/dev/full').st_mtime, os.stat(SHARED).st_mode",
        closed_by="the filter: nothing is changed (`inodes`); libraries are mounted read-only",
    ),
    Channel(
        "a watch (inotify) on a library's file",
        "for_a_while(lambda: open(SHARED).read())",
        "noticed = attempt(lambda: os.eventfd(0) and c.inotify_init() or ctypes.get_errno())",
        closed_by="the filter (`kernel_surface`)",
    ),
    Channel(
        "which pages of a library are in memory (mincore, cachestat, preadv2)",
        "for_a_while(lambda: attempt(lambda: os.posix_fadvise(os.open(SHARED, 0), 0, 0, os.POSIX_FADV_DONTNEED)))",
        """
def look():
    here = c.mincore(ctypes.c_void_p(page()), mmap.PAGESIZE, ctypes.create_string_buffer(1))
    return here, ctypes.get_errno()
noticed = look()
""",
        closed_by="the filter: asking is refused (`kernel_surface`), pages cannot be thrown out (`page_cache`)",
    ),
    Channel(
        "kernel objects with a name (System V, POSIX queues, keyrings, abstract sockets)",
        "for_a_while(lambda: c.shmget(4711, 4096, 0o1600))",
        "noticed = c.shmget(4711, 4096, 0o600), ctypes.get_errno()",
        closed_by="the filter (`kernel_objects`, `network`) and namespaces of their own",
    ),
    Channel(
        "files in /tmp and /dev/shm, processes in /proc",
        "open('/tmp/x', 'w').close(); open('/dev/shm/x', 'w').close(); time.sleep(2)",
        "noticed = os.listdir('/tmp'), os.listdir('/dev/shm'), sorted(p for p in os.listdir('/proc') if p.isdigit())",
        closed_by="file systems and namespaces of their own (`own_tmp`, `own_proc`)",
    ),
    Channel(
        "memory for pipes, of which a user has only so much",
        """
ends = [os.pipe() for _ in range(60)]
for _, end in ends:
    attempt(lambda: fcntl.fcntl(end, 1031, 2**20))
time.sleep(2)
""",
        "noticed = attempt(lambda: fcntl.fcntl(os.pipe()[1], 1032))",
        closed_by="the filter: pipes cannot be enlarged (`kernel_surface`)",
    ),
    Channel(
        "a futex in a page of a library",
        "place = page(); for_a_while(lambda: c.syscall(202, ctypes.c_void_p(place), 1, 10, None, None, 0))",
        """
class Time(ctypes.Structure):
    _fields_ = [("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long)]
place = page()
word = ctypes.c_uint32.from_address(place).value
noticed = c.syscall(202, ctypes.c_void_p(place), 0, word, ctypes.byref(Time(1, 0)), None, 0)
""",
        open_because="the kernel knows a page of a file by its inode, and no filter can tell it from a thread's own "
        "memory, on which every program waits. It takes two who run at the same moment and have agreed on it; each has "
        "inputs of its own, so that there is little to tell.",
    ),
)

UNTESTED = (
    (
        "load of the machine and free memory (timing, sysinfo)",
        "open: both are seen by whoever measures how long its own work takes. It takes two who run at the same moment.",
    ),
    (
        "free space of the machine's disks (statfs)",
        "a sandbox can see it change, and cannot change it: it writes to memory of its own only.",
    ),
)


def table() -> list[str]:
    """The channels as a Markdown table."""
    rows = [
        f"| {c.name} | {f'closed by {c.closed_by}' if c.closed_by else f'open: {c.open_because}'} |" for c in CHANNELS
    ]
    return ["| what two sandboxes share | can they signal through it? |", "|---|---|", *rows,
            *(f"| {name} | {said} |" for name, said in UNTESTED)]  # fmt: skip
