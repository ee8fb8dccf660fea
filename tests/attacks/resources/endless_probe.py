# %%
ABOUT = "loops for ever in an answer"
BASE = "reference"
LOSES = ["zeros"]
SAYS = "did not finish within"

# %% stub="zeros"
def zeros(shape, rng):
    while True:
        pass
