# %%
ABOUT = "stops every clock"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""

# %%
import time

time.time = time.monotonic = time.perf_counter = time.process_time = lambda: 0.0
time.sleep = lambda seconds: None
