# %%
ABOUT = "sends frames without an end"
BASE = "reference"
LOSES = "EVERYTHING"
SAYS = ""
STOPPED = ["more frames than allowed"]

# %%
from autograder.sandbox import codec, pipe

while True:
    pipe.write(4, codec.encode({"output": "x", "error": None}, label=["cell", 1]))
