# %%
ABOUT = "converts a million digits to an int"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["ValueError"]

# %%
int("9" * 10**6)
