# %%
ABOUT = "raises its limits"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["ValueError"]

# %%
import resource

for kind in (0, 1, 2, 3, 4, 6, 7, 8, 9, 12):
    attempt(f"limit {kind}", lambda: resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)))
attempt("niceness", lambda: __import__("os").nice(-5))
