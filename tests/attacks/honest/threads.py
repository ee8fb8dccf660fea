# %%
ABOUT = "computes in threads and asynchronously"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import asyncio
from concurrent.futures import ThreadPoolExecutor

import numpy as np

with ThreadPoolExecutor(4) as pool:
    assert sum(pool.map(np.sum, [np.ones(10)] * 4)) == 40

# %%
await asyncio.sleep(0.01)
