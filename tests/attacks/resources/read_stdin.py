# %%
ABOUT = "waits for input on the descriptor"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["EOFError"]

# %%
import os

assert os.read(0, 1) == b""
raise EOFError
