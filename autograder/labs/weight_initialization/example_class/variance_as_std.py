# %%
ABOUT = "takes the variance for the standard deviation, everywhere"
BASE = "reference"
LOSES = {"xavier_normal": 1.5, "he_normal": 2.5, "lecun_normal": 1.5}
SAYS = "variance"


# %% stub="xavier_normal"
def xavier_normal(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, 2 / (fan_in + fan_out), shape)


# %% stub="he_normal"
def he_normal(shape, rng, negative_slope=0.0):
    return rng.normal(0, 2 / ((1 + negative_slope**2) * fans(shape)[0]), shape)


# %% stub="lecun_normal"
def lecun_normal(shape, rng):
    return rng.normal(0, 1 / fans(shape)[0], shape)
