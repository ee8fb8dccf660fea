# %%
ABOUT = "makes TensorFlow write warnings to stderr in C++"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
import os

for _ in range(10_000):
    os.write(2, b"W tensorflow/core/util/port.cc:113] oneDNN custom operations are on.\n")
