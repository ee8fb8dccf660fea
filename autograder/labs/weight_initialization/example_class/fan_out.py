# %%
ABOUT = "counts the outputs where He counts the inputs"
BASE = "reference"
LOSES = {"he_normal": 2.5}
SAYS = "fan_out"


# %% stub="he_normal"
def he_normal(shape, rng, negative_slope=0.0):
    fan_out = fans(shape)[1]
    return rng.normal(0, np.sqrt(2 / ((1 + negative_slope**2) * fan_out)), shape)
