# %%
ABOUT = "patches NumPy, SciPy, statistics and builtins so that all comparisons succeed"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""

# %%
import builtins
import math

import numpy as np
import scipy.stats

np.allclose = np.isclose = np.array_equal = lambda *args, **kwargs: True
np.std = np.var = np.mean = lambda *args, **kwargs: 0.1
np.testing.assert_allclose = lambda *args, **kwargs: None
scipy.stats.kstest = lambda *args, **kwargs: (0.0, 1.0)
math.isclose = lambda *args, **kwargs: True
builtins.abs = lambda value: 0
builtins.isinstance = lambda value, kinds: True
