# %%
ABOUT = "leaves files wherever the next submission could find them, and looks for those of the one before"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["OSError"]

# %%
import os
import site

HOME = os.path.expanduser("~")
PLACES = ["/tmp", "/dev/shm", "/var/tmp", "/", "/lab", "/dev", HOME, HOME + "/.keras", HOME + "/.ipython", *site.getsitepackages()]
made = set()
for folder in (*PLACES, *PLACES):
    if os.path.exists(f"{folder}/left_by_files_everywhere") and folder not in made:
        print("SUCCESS found", folder)
    try:
        os.makedirs(folder, exist_ok=True)
        open(f"{folder}/left_by_files_everywhere", "w").close()
        made.add(folder)
    except OSError as error:
        print("refused:", type(error).__name__, folder)
