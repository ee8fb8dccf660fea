# %%
ABOUT = "loops for ever in Python, and swallows what interrupts it once"
BASE = "reference"
LOSES = "ANYTHING"
SAYS = ""
STOPPED = ["it took too long"]

# %%
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
