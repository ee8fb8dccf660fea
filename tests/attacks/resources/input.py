# %%
ABOUT = "waits for input"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["EOFError"]

# %%
input("your name? ")
