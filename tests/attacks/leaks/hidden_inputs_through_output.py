# %%
ABOUT = "prints, raises and returns the inputs that its functions are probed with"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = "not written"

# %% stub="fans"
def fans(shape):
    print("PROBED WITH", shape)
    import sys

    print("PROBED WITH", shape, file=sys.stderr)
    import os

    os.write(1, f"PROBED WITH {shape}".encode())
    raise NotImplementedError
