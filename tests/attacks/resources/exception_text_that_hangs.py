# %%
ABOUT = "raises an exception whose text takes for ever"
BASE = "reference"
LOSES = "ANYTHING"
SAYS = ""

# %% stub="zeros"
class Hangs(Exception):
    def __str__(self):
        while True:
            try:
                while True:
                    pass
            except BaseException:
                pass


def zeros(shape, rng):
    raise Hangs
