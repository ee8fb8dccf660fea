# %%
ABOUT = "raises exceptions whose text raises, is no text or is ten gigabytes"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""
STOPPED = ["Raises", "NotText"]

# %%
class Raises(Exception):
    def __str__(self):
        raise SystemExit(0)

    __repr__ = __str__


class Huge(Exception):
    def __str__(self):
        return "x" * 10**10


class NotText(Exception):
    def __str__(self):
        return 7


raise Raises

# %%
raise Huge

# %%
raise NotText

# %%
class Named(type):
    @property
    def __name__(cls):
        return "x" * 10**8


class Odd(Exception, metaclass=Named):
    pass


raise Odd("y" * 10**8)

# %% stub="zeros"
def zeros(shape, rng):
    raise Raises


# %% stub="constant"
def constant(shape, rng, value=0.5):
    raise Huge


# %% stub="fans"
def fans(shape):
    raise Odd
