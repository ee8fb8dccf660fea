# %%
ABOUT = "right, but for one function that never returns"
BASE = "reference"
LOSES = {"he_uniform": 4.0}
SAYS = "did not finish"


# %% stub="he_uniform"
def he_uniform(shape, rng, negative_slope=0.0):
    weights = rng.uniform(-1, 1, shape)
    while weights.max() > 0:
        weights = np.abs(weights)
    return weights
