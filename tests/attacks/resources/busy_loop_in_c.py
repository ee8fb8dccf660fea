# %%
ABOUT = "loops for ever in C, where no Python signal handler runs"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["TimeLimit"]

# %%
sum(iter(lambda: 1, 2))
