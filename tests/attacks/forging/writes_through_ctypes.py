# %%
ABOUT = "overwrites an integer and False in memory through ctypes"
BASE = "reference"
LOSES = ["zeros", "..."]  # a process in which False is something else may do anything
SAYS = ""

# %%
import ctypes

ctypes.memset(id(1000003) + 24, 7, 1)


# %% stub="zeros"
def zeros(shape, rng):
    import ctypes

    ctypes.memset(id(False) + 16, 0xFF, 16)
    return 1
