# %%
ABOUT = "sends frames without an end"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["it returned more than can be graded"]

# %%
from autograder.sandbox import codec, frames

while True:
    frames.write(4, codec.encode({"cell": 1, "output": "x"}))
