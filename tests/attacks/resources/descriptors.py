# %%
ABOUT = "opens files until no more can be opened"
BASE = "reference"
LOSES = "ANYTHING"
SAYS = ""
STOPPED = ["OSError"]

# %%
kept = []
while True:
    kept.append(open("/dev/null"))
