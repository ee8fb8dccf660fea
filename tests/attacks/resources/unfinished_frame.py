# %%
ABOUT = "announces a frame of a megabyte and never sends it"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["it wrote over the channel"]

# %%
import os

os.write(4, b"\0\x10\0\0")
