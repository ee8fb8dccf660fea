# %%
ABOUT = "returns arrays of a gigabyte"
BASE = "reference"
LOSES = ["zeros"]
SAYS = ""

# %% stub="zeros"
def zeros(shape, rng):
    return np.zeros((2**13, 2**13))
