# %%
ABOUT = "opens files until no more can be opened"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["OSError"]

# %%
kept = []
while True:
    kept.append(open("/dev/null"))
