# %%
ABOUT = "reads address 0"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["it crashed"]

# %%
import ctypes

ctypes.string_at(0)
