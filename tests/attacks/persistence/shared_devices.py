# %%
ABOUT = "changes what all sandboxes share: modes and times of devices, attributes and locks of a library's file"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["no effect (mode)", "no effect (time)", "no effect (lock)"]

# %%
import fcntl
import os

import numpy


def changed(name, action, look):
    before = look()
    action()
    if look() == before:
        raise PermissionError(f"no effect ({name})")


shared = numpy.__file__
attempt("mode", lambda: changed("mode", lambda: os.chmod(shared, 0o777), lambda: os.stat(shared).st_mode))
attempt("time", lambda: changed("time", lambda: os.utime(shared, (0, 0)), lambda: os.stat(shared).st_mtime))
one, two = open(shared), open(shared)


def locked():
    fcntl.flock(one, fcntl.LOCK_EX)
    try:
        fcntl.flock(two, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return "met"
    raise PermissionError("no effect (lock)")


attempt("lock", locked)
