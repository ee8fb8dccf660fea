# %%
ABOUT = "claims outputs of cells and answers of probes that nobody asked for"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
from autograder.sandbox import codec, pipe

for index in (-1, 10**6, 2**70):
    pipe.write(4, codec.encode({"output": "forged", "error": None}, label=["cell", index]))
pipe.write(4, codec.encode(None, label=["begin", "cell", 10**6]))
answer = {"value": 1, "changed": [], "global_random": False}
pipe.write(4, codec.encode(answer, label=["probe", "no such probe", "x"]))
