# %%
ABOUT = "forgets the square root of the limit"
BASE = "reference"
LOSES = {"xavier_uniform": 1.5}
SAYS = "root"


# %% stub="xavier_uniform"
def xavier_uniform(shape, rng):
    limit = 6 / sum(fans(shape))
    return rng.uniform(-limit, limit, shape)
