# %%
ABOUT = "enters, leaves and makes namespaces and mounts"
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


attempt("unshare user", lambda: c("unshare", 0x10000000))
attempt("unshare mount", lambda: c("unshare", 0x00020000))
attempt("setns", lambda: c("setns", os.open("/proc/self/ns/user", 0), 0))
attempt("mount", lambda: c("mount", b"x", b"/tmp", b"tmpfs", 0, None))
attempt("umount /proc", lambda: c("umount2", b"/proc", 2))
attempt("umount /tmp", lambda: c("umount2", b"/tmp", 2))
attempt("chroot", lambda: os.chroot("/tmp"))
attempt("pivot_root", lambda: c("syscall", 155, b"/tmp", b"/tmp"))
attempt("fsopen", lambda: c("syscall", 430, b"tmpfs", 0))
attempt("open_tree", lambda: c("syscall", 428, -100, b"/", 1))
attempt("host name", lambda: c("sethostname", b"x", 1))
attempt("clone", lambda: c("syscall", 56, 0x10000000 | 17, 0, 0, 0, 0))
attempt("clone3", lambda: c("syscall", 435, 0, 0))
