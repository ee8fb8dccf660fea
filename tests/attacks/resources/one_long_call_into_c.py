# %%
ABOUT = "one call into C that holds the interpreter for ever"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["it took too long"]

# %%
(lambda n: n ** n)(10**8)
