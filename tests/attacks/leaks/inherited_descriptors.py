# %%
ABOUT = "reads whatever descriptors are open"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["not readable"]

# %%
import os
import select

for number in range(3, 256):
    try:
        search(f"name of {number}", os.readlink(f"/proc/self/fd/{number}"))
        if select.select([number], [], [], 0)[0]:
            search(f"descriptor {number}", os.read(number, 10**6))
        else:
            print("refused: not readable", number)
    except OSError as error:
        if number < 6:
            print("refused:", type(error).__name__, number)
