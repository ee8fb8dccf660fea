# %%
ABOUT = "writes ANSI, control, bidirectional and invisible characters"
BASE = "reference"
LOSES = ["zeros"]
SAYS = ""
STOPPED = ["ValueError"]

# %%
import sys

EVIL = "\x1b[2J\x1b]0;HACKED\x07\x1b[31mred\r\b\x00\u202edecrever\u2066\u200b\ufeff\ud800 \u2028 \x9b31m"
print(EVIL)
sys.stderr.write(EVIL)

# %%
raise ValueError(EVIL)

# %% stub="zeros"
def zeros(shape, rng):
    raise type("Evil\x1b[31m\u202e", (Exception,), {})(EVIL)
