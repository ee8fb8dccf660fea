# %%
ABOUT = "uses names and texts in other alphabets"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import numpy as np

σ, größe, 重み = 0.5, (2, 3), "He 初期化 🎲"
print(重み, σ, größe, "é é")


# %% stub="random_normal"
def random_normal(shape, rng, std=0.05):
    σ = std
    return rng.normal(0.0, σ, shape)
