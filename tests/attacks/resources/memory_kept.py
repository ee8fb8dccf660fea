# %%
ABOUT = "fills its memory to the limit and keeps it: the answers have to do with what is left"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
kept = []
try:
    while True:
        kept.append(bytes(2**26))
except MemoryError:
    kept.pop()
    kept.pop()
