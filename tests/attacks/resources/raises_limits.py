# %%
ABOUT = "raises its limits"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["ValueError"]

# %%
import resource

for kind in range(16):
    attempt(f"limit {kind}", lambda: resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)))
attempt("niceness", lambda: __import__("os").nice(-5))
