# %%
ABOUT = "aborts"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["it crashed"]

# %%
import os

os.abort()
