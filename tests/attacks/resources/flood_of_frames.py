# %%
ABOUT = "sends frames without an end"
BASE = "reference"
LOSES = "EVERYTHING"
SAYS = ""
STOPPED = ["more frames than allowed"]

# %%
from autograder.sandbox import codec, frames

while True:
    frames.write(4, codec.encode({"cell": 1, "output": "x"}))
