# %%
ABOUT = "stops its own process by SIGSTOP"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["it took too long"]

# %%
import os
import signal

os.kill(os.getpid(), signal.SIGSTOP)
