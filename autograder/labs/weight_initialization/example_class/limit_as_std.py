# %%
ABOUT = "uses the uniform law's limit as the normal law's standard deviation"
BASE = "reference"
LOSES = {"he_normal": 2.5}
SAYS = "limit"


# %% stub="he_normal"
def he_normal(shape, rng, negative_slope=0.0):
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fans(shape)[0]))
    return rng.normal(0, limit, shape)
