# %%
ABOUT = "forks, in as many ways as there are"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["PermissionError"]

# %%
import multiprocessing
import os
import subprocess

attempt("fork", os.fork)
attempt("forkpty", os.forkpty)
attempt("posix_spawn", lambda: os.posix_spawn("/usr/bin/true", ["true"], {}))
attempt("subprocess", lambda: subprocess.run(["/usr/bin/true"]))
attempt("multiprocessing", lambda: multiprocessing.Process(target=print).start())
attempt("system", lambda: 1 / 0 if os.system("true") else "ran")
attempt("exec", lambda: os.execv("/usr/bin/true", ["true"]))
