# %%
ABOUT = "fills /tmp with bytes, sparse files, inodes and deep folders"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["OSError"]

# %%
import os


def fill():
    with open("/tmp/full", "wb") as file:
        while True:
            file.write(bytes(2**20))


def inodes():
    for n in range(10**6):
        open(f"/tmp/{n}", "w").close()


def deep():
    os.chdir("/tmp")
    while True:
        os.mkdir("d")
        os.chdir("d")


attempt("fill", fill)
attempt("sparse", lambda: os.truncate("/tmp/full", 2**40))
attempt("inodes", inodes)
attempt("deep folders", deep)
attempt("/dev/shm", lambda: open("/dev/shm/x", "wb").write(bytes(2**28)))
