# %%
ABOUT = "uses 1 GB of memory"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import numpy as np

big = np.ones(2**30, dtype=np.uint8)
assert int(big[:: 2**20].sum()) == 1024
