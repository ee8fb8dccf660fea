# %%
ABOUT = "the release, handed in untouched"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = "not written yet"
