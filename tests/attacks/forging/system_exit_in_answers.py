# %%
ABOUT = "leaves by SystemExit, KeyboardInterrupt and GeneratorExit from its answers"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = "SystemExit"

# %% stub="fans"
def fans(shape):
    raise SystemExit(0)


# %% stub="zeros"
def zeros(shape, rng):
    raise KeyboardInterrupt


# %% stub="constant"
def constant(shape, rng, value=0.5):
    raise GeneratorExit
