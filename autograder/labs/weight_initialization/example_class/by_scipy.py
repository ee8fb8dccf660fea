# %%
ABOUT = "right, written with SciPy's distributions, standard draws that are scaled, and a helper of its own"
BASE = "reference"
LOSES = {}
SAYS = ""

# %%
from scipy import stats


# %% stub="random_normal"
def random_normal(shape, rng, std=0.05):
    return stats.norm(scale=std).rvs(size=shape, random_state=rng)


# %% stub="random_uniform"
def random_uniform(shape, rng, limit=0.05):
    return stats.uniform(-limit, 2 * limit).rvs(size=shape, random_state=rng)


# %% stub="xavier_normal"
def scaled_normal(shape, rng, variance):
    return rng.standard_normal(shape[::-1]).T * variance**0.5


def xavier_normal(shape, rng):
    return scaled_normal(shape, rng, 1 / np.mean(fans(shape)))


# %% stub="lecun_normal"
def lecun_normal(shape, rng):
    return scaled_normal(shape, rng, 1 / fans(shape)[0])


# %% stub="he_uniform"
def he_uniform(shape, rng, negative_slope=0.0):
    a = np.sqrt(3) * np.sqrt(2 / (1 + negative_slope**2)) / np.sqrt(fans(shape)[0])
    return stats.uniform(-a, 2 * a).rvs(size=shape, random_state=rng)
