# %%
ABOUT = "claims outputs of cells and answers of probes that nobody asked for"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
from autograder.sandbox import codec, frames

for index in (-1, 10**6, 2**70):
    frames.write(4, codec.encode({"cell": index, "output": "forged"}))
frames.write(4, codec.encode({"begin": ["cell", 10**6]}))
answer = {"value": 1, "changed": [], "global_random": False}
frames.write(4, codec.encode({"probe": "no such probe", "step": "x", "answer": answer}))
