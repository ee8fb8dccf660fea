# %%
ABOUT = "sends the frame of the end before anything was asked, so that nothing more is read"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""

# %%
from autograder.sandbox import codec, pipe

pipe.write(4, codec.encode(None, label=["end"]))
