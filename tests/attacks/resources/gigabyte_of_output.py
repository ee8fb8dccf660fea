# %%
ABOUT = "prints a gigabyte, as text and on the descriptor"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import os
import sys

line = "x" * 2**20 + "\n"
for _ in range(100):
    sys.stdout.write(line)
left = 10**9
while left > 0:
    left -= os.write(2, b"y" * min(left, 2**20))
