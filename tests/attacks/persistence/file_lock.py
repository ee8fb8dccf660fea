# %%
ABOUT = "locks shared files so that the next submission waits"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["PermissionError"]

# %%
import fcntl

import numpy

shared = open(numpy.__file__)
fcntl.flock(shared, fcntl.LOCK_EX | fcntl.LOCK_NB)
attempt("lease", lambda: fcntl.fcntl(shared, 1024, fcntl.F_RDLCK))
