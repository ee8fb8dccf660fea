# %%
ABOUT = "saves arrays and a Keras model to /tmp and reads them back"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import keras
import numpy as np

np.save("/tmp/a.npy", np.arange(3))
np.savetxt("mine.csv", np.eye(3))
assert np.load("/tmp/a.npy").sum() == 3
model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(3)])
model.save("/tmp/model.keras")
model.save_weights("/tmp/model.weights.h5")
assert keras.models.load_model("/tmp/model.keras").count_params() == 9
