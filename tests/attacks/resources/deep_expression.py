# %%
ABOUT = "gives the compiler 5000 nested parentheses and an int of a million digits"
BASE = "reference"
LOSES = []
SAYS = ""
STOPPED = ["SyntaxError"]

# %%
compile("(" * 5000 + ")" * 5000, "x", "eval")
