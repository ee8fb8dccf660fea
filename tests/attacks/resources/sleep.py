# %%
ABOUT = "sleeps"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["waited for 2 s without computing"]

# %%
import time

time.sleep(10**6)
