# %%
ABOUT = "sets trace, profile and audit hooks that follow every call of the worker"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""

# %%
import sys

calls = []
sys.settrace(lambda frame, event, argument: None)
sys.setprofile(lambda frame, event, argument: calls.append(frame.f_code.co_name) if len(calls) < 1000 else None)
sys.addaudithook(lambda event, arguments: None)
