# %%
ABOUT = "returns dictionaries, modules, functions, generators, records, dates, huge integers and broadcast arrays of a terabyte"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""

# %% stub="fans"
def fans(shape):
    return True, 10**400


# %% stub="zeros"
def zeros(shape, rng):
    return {"shape": shape}


# %% stub="constant"
def constant(shape, rng, value=0.5):
    return None


# %% stub="random_normal"
def random_normal(shape, rng, std=0.05):
    return np.random


# %% stub="random_uniform"
def random_uniform(shape, rng, limit=0.05):
    return lambda: 1


# %% stub="xavier_normal"
def xavier_normal(shape, rng):
    return np.zeros(shape, dtype=[("a", "f8")])


# %% stub="xavier_uniform"
def xavier_uniform(shape, rng):
    return np.array(["2026-01-01"], dtype="M8[D]")


# %% stub="he_normal"
def he_normal(shape, rng, negative_slope=0.0):
    return 10**5000


# %% stub="he_uniform"
def he_uniform(shape, rng, negative_slope=0.0):
    return np.broadcast_to(0.0, (10**6, 10**6))


# %% stub="lecun_normal"
def lecun_normal(shape, rng):
    return (x for x in [1])
