# %%
ABOUT = "reads whatever descriptors are open"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["ZeroDivisionError"]

# %%
import os
import select

for number in range(3, 256):
    try:
        os.fstat(number)
    except OSError:
        continue
    if select.select([number], [], [], 0)[0]:
        try:
            search(f"descriptor {number}", os.read(number, 10**6))
        except OSError as error:
            print("refused:", type(error).__name__)
    attempt(f"what is {number}", lambda: search("link", os.readlink(f"/proc/self/fd/{number}")) or 1 / 0)
