# %%
ABOUT = "looks for every file of the lab and of the engine beside those that it needs to be run"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["refused: nothing else of the lab"]

# %%
import os

NEEDED = ("/lab/autograder/__init__.py", "/lab/autograder/sandbox/", "/lab/autograder/labs/weight_initialization/inside/")
seen = []
for folder, folders, files in os.walk("/"):
    folders[:] = [name for name in folders if os.path.join(folder, name) not in ("/proc", "/dev")]
    seen += [os.path.join(folder, name) for name in files if "autograder" in folder or "weight_initialization" in folder]
for path in seen:
    if not path.startswith(NEEDED):
        print("SUCCESS", path)
if any("/inside/" in path for path in seen):
    print("refused: nothing else of the lab")
