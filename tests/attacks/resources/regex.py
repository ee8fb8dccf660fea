# %%
ABOUT = "a regular expression that backtracks for ever"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["TimeLimit"]

# %%
import re

re.match(r"(a|a)*$", "a" * 64 + "b")
