# %%
ABOUT = "the model solution, as the masters have it"
BASE = "reference"
LOSES = {}
SAYS = ""
