# %%
ABOUT = "asks for memory piece by piece until there is no more"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["MemoryError"]

# %%
kept = []
while True:
    kept.append(bytes(2**26))
