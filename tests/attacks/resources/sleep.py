# %%
ABOUT = "sleeps"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["TimeLimit"]

# %%
import time

time.sleep(10**6)
