# %%
ABOUT = "closes every descriptor"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["it ended the whole process"]

# %%
import os

os.closerange(0, 256)
