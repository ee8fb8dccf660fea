# %%
ABOUT = "right, but it prints, warns on stderr and imports TensorFlow"
BASE = "reference"
LOSES = {}
SAYS = ""

# %%
import os
import sys

import tensorflow as tf

print("lab part 2", tf.__version__)
os.write(2, b"I am a library that likes to talk on stderr\n")


# %% stub="lecun_normal"
def lecun_normal(shape, rng):
    print("drawing", shape, file=sys.stderr)
    fan_in, _ = fans(shape)
    return rng.normal(0.0, np.sqrt(1 / fan_in), shape)
