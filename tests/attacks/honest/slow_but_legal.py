# %%
ABOUT = "takes its time"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import time

time.sleep(1.5)


# %% stub="zeros"
def zeros(shape, rng):
    import time

    time.sleep(0.1)
    return np.zeros(shape)
