# %%
ABOUT = "puts /dev/null where its answers should go"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import os

os.dup2(os.open("/dev/null", os.O_RDWR), 4)
