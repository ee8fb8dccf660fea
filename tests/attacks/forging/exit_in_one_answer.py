# %%
ABOUT = "ends the process in one answer: the other answers are graded all the same"
BASE = "reference"
LOSES = ["zeros"]
SAYS = "it ended the whole process"

# %% stub="zeros"
def zeros(shape, rng):
    import os

    os._exit(0)
