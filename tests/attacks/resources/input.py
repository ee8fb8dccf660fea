# %%
ABOUT = "waits for input"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["StdinNotImplementedError"]

# %%
input("your name? ")
