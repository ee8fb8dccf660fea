# %%
ABOUT = "overwrites small integers, True and the code of functions through ctypes"
BASE = "reference"
LOSES = ["zeros"]
SAYS = ""

# %%
import ctypes

ctypes.memset(id(1000003) + 24, 7, 1)
ctypes.pythonapi.PyDict_SetItemString(ctypes.py_object(vars(print.__class__)), b"x", ctypes.py_object(1)) if False else None


# %% stub="zeros"
def zeros(shape, rng):
    import ctypes

    ctypes.memset(id(False) + 16, 0xFF, 16)
    return 1
