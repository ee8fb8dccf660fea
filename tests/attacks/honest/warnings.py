# %%
ABOUT = "warns on stderr, in Python and in C, and prints while it answers"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import os
import sys
import warnings

warnings.warn("deprecated", stacklevel=1)
os.write(2, b"W0000 a library speaks\n")
print("note", file=sys.stderr)


# %% stub="lecun_normal"
def lecun_normal(shape, rng):
    warnings.warn("drawing", stacklevel=1)
    print("drawing", shape)
    return rng.normal(0.0, np.sqrt(1 / fans(shape)[0]), shape)
