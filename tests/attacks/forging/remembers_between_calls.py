# %%
ABOUT = "draws once and returns the same weights ever after"
BASE = "reference"
LOSES = ["random_normal"]
SAYS = ""

# %% stub="random_normal"
def random_normal(shape, rng, std=0.05, memory={}):
    if shape not in memory:
        memory[shape] = rng.normal(0.0, std, shape)
    return memory[shape]
