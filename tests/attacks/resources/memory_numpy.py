# %%
ABOUT = "asks for more memory than there is, in one array"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["MemoryError"]

# %%
import numpy as np

kept = np.ones(2**40)
