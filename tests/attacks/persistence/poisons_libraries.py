# %%
ABOUT = "patches NumPy, Keras and the worker for whoever comes next"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import keras
import numpy as np
import scipy.stats

from autograder.sandbox import codec, worker

original = np.zeros
np.zeros = lambda *args, **kwargs: original(*args, **kwargs)
keras.initializers.HeNormal = None
scipy.stats.norm = None
np.random.seed(0)
