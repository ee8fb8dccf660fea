# %%
ABOUT = "ends the process with exit code 0 in its first cell"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""
STOPPED = ["it ended the whole process"]

# %%
import os

os._exit(0)
