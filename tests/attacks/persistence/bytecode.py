# %%
ABOUT = "writes byte code where Python would load it"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["OSError"]

# %%
import importlib.util

import initlab
import numpy

for module in (initlab, numpy):
    path = importlib.util.cache_from_source(module.__file__)
    attempt(path, lambda: open(path, "ab"))
    attempt(module.__file__, lambda: open(module.__file__, "ab"))
