# %%
ABOUT = "prints a lot"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
for n in range(20_000):
    print("epoch", n, "loss", 1 / (n + 1))
