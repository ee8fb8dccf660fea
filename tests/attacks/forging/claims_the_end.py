# %%
ABOUT = "sends the frame of the end before anything was asked, so that nothing more is read"
BASE = "release"
LOSES = "EVERYTHING"
SAYS = ""

# %%
from autograder.sandbox import codec, frames

frames.write(4, codec.encode({"end": True}))
