# %%
ABOUT = "builds, compiles and trains a Keras model"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import keras
import numpy as np

keras.utils.set_random_seed(1)
model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(8, "relu", kernel_initializer="he_normal"), keras.layers.Dense(1, "sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
history = model.fit(np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0]), epochs=2, verbose=1)
assert len(history.history["loss"]) == 2
