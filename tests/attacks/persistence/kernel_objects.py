# %%
ABOUT = "leaves shared memory, semaphores, message queues and keys in the kernel"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["PermissionError"]

# %%
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def c(name, *arguments):
    if getattr(libc, name)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), name)
    return "done"


attempt("shmget", lambda: c("shmget", 4711, 4096, 0o1600))
attempt("semget", lambda: c("semget", 4711, 1, 0o1600))
attempt("msgget", lambda: c("msgget", 4711, 0o1600))
attempt("mq_open", lambda: c("mq_open", b"/x", 0o102, 0o600, None))
attempt("add_key", lambda: c("syscall", 248, b"user", b"x", b"y", 1, -3))
