# %%
ABOUT = "ends the process in more answers than are run again"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = "it crashed"

# %% stub="fans"
def fans(shape):
    import os

    os.abort()
