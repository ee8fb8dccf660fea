# %%
ABOUT = "imports every part of the grader by name and by path"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["ModuleNotFoundError", "FileNotFoundError"]

# %%
import importlib
import importlib.machinery
import sys

for name in ("graders", "graders.part2_fans", "judge", "grading", "records", "evidence", "misconceptions", "verdict", "submission"):
    attempt(name, lambda: importlib.import_module(f"autograder.{name}"))
sys.path.insert(0, "COURSE_FOLDER")
attempt("nbgrader_config", lambda: importlib.import_module("nbgrader_config"))
attempt("by path", lambda: importlib.machinery.SourceFileLoader("x", "COURSE_FOLDER/nbgrader_config.py").load_module())
