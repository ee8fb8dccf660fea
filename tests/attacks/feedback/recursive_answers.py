# %%
ABOUT = "returns containers that hold themselves, and ones nested a thousand deep"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""

# %% stub="zeros"
def zeros(shape, rng):
    loop = []
    loop.append(loop)
    return loop


# %% stub="constant"
def constant(shape, rng, value=0.5):
    loop = {}
    loop["a"] = loop[1] = loop
    return loop


# %% stub="fans"
def fans(shape, row=tuple(range(1999))):
    return [row for _ in range(1999)]
