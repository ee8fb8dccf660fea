# %%
ABOUT = "puts links in /tmp where the trusted side might write"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["FileNotFoundError"]

# %%
import os

for name in ("answer", "output", "part2_techniques.ipynb", "part2_techniques.evidence", "pymp-0", "tmp"):
    os.symlink("COURSE_FOLDER/gradebook.db", f"/tmp/{name}")
    attempt(name, lambda: open(f"/tmp/{name}", "ab"))
