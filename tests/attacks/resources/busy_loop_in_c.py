# %%
ABOUT = "loops for ever in C, where no Python signal handler runs"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["TimeLimit"]

# %%
pow(7, 10**9) if False else sum(1 for _ in iter(int, 1))
