# %%
ABOUT = "recurses without a limit"
BASE = "reference"
LOSES = "ANYTHING"
SAYS = ""

# %%
import sys


def deeper(n):
    return deeper(n + 1)


sys.setrecursionlimit(10**9)
deeper(0)
