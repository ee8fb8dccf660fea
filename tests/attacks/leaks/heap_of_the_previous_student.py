# %%
ABOUT = "scans all of its own memory for what an earlier submission left"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["nothing there"]

# %%
import re

size = 0
with open("/proc/self/mem", "rb", buffering=0) as memory:
    for line in open("/proc/self/maps").readlines():
        start, end, mode = re.match(r"(\w+)-(\w+) (\S+)", line).groups()
        if mode.startswith("rw") and "[v" not in line:
            memory.seek(int(start, 16))
            piece = memory.read(min(int(end, 16) - int(start, 16), 2**26))
            size += len(piece)
            search("memory", piece)
print("refused: nothing there" if size > 10_000_000 else "SUCCESS in reading nothing")
