# %%
ABOUT = "calls parts of the kernel with a history of holes"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["PermissionError"]

# %%
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def c(name, *arguments):
    if getattr(libc, name)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), name)
    return "done"


CALLS = {"bpf": 321, "perf": 298, "io_uring": 425, "userfaultfd": 323, "keyctl": 250, "kexec": 246, "modify_ldt": 154}
for name, number in CALLS.items():
    attempt(name, lambda: c("syscall", number, 0, 0, 0, 0, 0))
attempt("personality", lambda: c("personality", 0x0040000))
attempt("open by handle", lambda: c("syscall", 304, -100, 0, 0))
attempt("kernel log", lambda: c("klogctl", 10, None, 0))
attempt("a call of the future", lambda: c("syscall", 470, 0))
