# %%
ABOUT = "returns NaN, infinity, complex, object, masked, ragged, boolean, text and empty arrays, and a pair of NaN"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""

# %% stub="fans"
def fans(shape):
    return float("nan"), -0.0


# %% stub="zeros"
def zeros(shape, rng):
    return np.full(shape, np.nan)


# %% stub="constant"
def constant(shape, rng, value=0.5):
    return np.full(shape, np.inf)


# %% stub="random_normal"
def random_normal(shape, rng, std=0.05):
    return rng.normal(size=shape) * 1j


# %% stub="random_uniform"
def random_uniform(shape, rng, limit=0.05):
    return rng.uniform(size=shape).astype(object)


# %% stub="xavier_normal"
def xavier_normal(shape, rng):
    return np.ma.masked_less(rng.normal(size=shape), 0)


# %% stub="xavier_uniform"
def xavier_uniform(shape, rng):
    return [[1.0], [1.0, 2.0]]


# %% stub="he_normal"
def he_normal(shape, rng, negative_slope=0.0):
    return rng.normal(size=shape) > 0


# %% stub="he_uniform"
def he_uniform(shape, rng, negative_slope=0.0):
    return np.array("text")


# %% stub="lecun_normal"
def lecun_normal(shape, rng):
    return np.empty((0, 3))
