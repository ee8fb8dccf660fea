# %%
ABOUT = "takes capabilities, other users and setuid programs"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["PermissionError", "OSError"]

# %%
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def c(name, *arguments):
    if getattr(libc, name)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), name)
    return "done"


attempt("setuid", lambda: os.setuid(0))
attempt("setgroups", lambda: os.setgroups([0]))
attempt("exec of su", lambda: os.execv("/usr/bin/su", ["su"]))

def owned_by_root(path):
    os.chown(path, 0, 0)
    if os.stat(path).st_uid:  # the call says that it went well, and does nothing
        raise PermissionError(path)
    return "root's"


attempt("chown", lambda: owned_by_root("/tmp"))
attempt("mknod", lambda: os.mknod("/tmp/disk", 0o060600, os.makedev(8, 0)))
attempt("core pattern", lambda: open("/proc/sys/kernel/core_pattern", "w"))
attempt("uid map", lambda: open("/proc/self/uid_map", "w").write("0 0 1"))
attempt("oom", lambda: open("/proc/self/oom_score_adj", "w").write("-1000"))
attempt("no_new_privs", lambda: c("prctl", 38, 0, 0, 0, 0))
attempt("capability", lambda: c("prctl", 47, 2, 21, 0, 0))
