# %%
ABOUT = "draws with %matplotlib inline and plt.show()"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
# %matplotlib inline
import matplotlib.pyplot as plt
import numpy as np

plt.hist(np.random.default_rng(0).normal(size=1000), bins=30)
plt.title("weights")
plt.show()
plt.savefig("picture.png")
