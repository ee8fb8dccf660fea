# %%
ABOUT = "returns float32, Fortran order and views"
BASE = "reference"
LOSES = []
SAYS = ""

# %% stub="he_normal"
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    return np.asfortranarray(rng.normal(0.0, np.sqrt(2 / ((1 + negative_slope**2) * fan_in)), shape))


# %% stub="zeros"
def zeros(shape, rng):
    return np.zeros(shape, dtype=np.float32)
