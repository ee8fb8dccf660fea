# %%
ABOUT = "lets each answer take as long as it may, so that together they take too long"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""

# %% stub="fans"
def fans(shape):
    import time

    time.sleep(0.9)
    return 0, 0
