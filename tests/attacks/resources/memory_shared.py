# %%
ABOUT = "asks for shared memory that no data limit counts"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["OSError"]

# %%
import mmap

kept = [mmap.mmap(-1, 2**30) for _ in range(64)]
