# %%
ABOUT = "asks TensorFlow for more memory than there is"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["ResourceExhaustedError"]

# %%
import tensorflow as tf

tf.ones([2**20, 2**20])
