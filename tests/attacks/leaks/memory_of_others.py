# %%
ABOUT = "opens the memory of its parents, traces them and reads them from afar"
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


for pid in {os.getppid(), 1, 2}:
    attempt(f"open memory of {pid}", lambda: open(f"/proc/{pid}/mem", "rb")) if pid != os.getpid() else None
    attempt(f"trace {pid}", lambda: c("ptrace", 16, pid, None, None))
    attempt(f"read {pid}", lambda: c("process_vm_readv", pid, None, 0, None, 0, 0))
    attempt(f"pidfd {pid}", lambda: c("syscall", 434, pid, 0))
