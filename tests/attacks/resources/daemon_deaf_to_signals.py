# %%
ABOUT = "ignores every signal, leaves its session and sleeps"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["it took too long"]

# %%
import os
import signal
import time

for number in range(1, 65):
    if number not in (9, 19, 32, 33):
        signal.signal(number, signal.SIG_IGN)
attempt("session", os.setsid)
attempt("fork", os.fork)
time.sleep(10**6)
