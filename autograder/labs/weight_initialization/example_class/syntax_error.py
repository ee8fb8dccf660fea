# %%
ABOUT = "right, but for one cell that is not Python"
BASE = "reference"
LOSES = {"xavier_normal": 3.0}
SAYS = "SyntaxError"

# %% stub="xavier_normal"
def xavier_normal(shape, rng)
    fan_in, fan_out = fans(shape)
    return rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), shape)
