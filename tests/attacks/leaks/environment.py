# %%
ABOUT = "reads its environment, and environment and command line of every process it sees"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["FileNotFoundError"]

# %%
import glob
import os

search("environment", repr(dict(os.environ)))
for path in glob.glob("/proc/*/environ") + glob.glob("/proc/*/cmdline") + glob.glob("/proc/*/task/*/environ"):
    try:
        search(path, open(path, "rb").read())
    except OSError as error:
        print("refused:", type(error).__name__)
for number in range(1, 400):
    attempt(f"process {number}", lambda: open(f"/proc/{number}/environ", "rb").read()) if number != os.getpid() else None
