# %%
ABOUT = "prints for ever"
BASE = "reference"
LOSES = []
SAYS = ""

# %%
while True:
    print("x" * 10**6)
