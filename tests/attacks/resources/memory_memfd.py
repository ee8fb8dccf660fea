# %%
ABOUT = "asks for memory in a file without a name"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["PermissionError"]

# %%
import os

os.memfd_create("x")
