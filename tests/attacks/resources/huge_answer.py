# %%
ABOUT = "returns arrays of 256 MB"
BASE = "reference"
LOSES = ["zeros"]
SAYS = ""

# %% stub="zeros"
def zeros(shape, rng):
    return np.zeros((2**12, 2**13))
