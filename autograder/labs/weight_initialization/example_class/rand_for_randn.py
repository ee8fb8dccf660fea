# %%
ABOUT = "draws from [0, 1) and scales, where a normal law is asked for"
BASE = "reference"
LOSES = {"random_normal": 2.0}  # sweep_scales draws rightly with it
SAYS = "uniform from 0 to std"


# %% stub="random_normal"
def random_normal(shape, rng, std=0.05):
    return rng.random(shape) * std
