# %%
ABOUT = "writes what a spreadsheet would take for a formula"
BASE = "reference"
LOSES = ["zeros"]
SAYS = "=1+1"

# %%
raise ValueError("=HYPERLINK(\"http://example.org\";\"x\")\n+1\n-1\n@SUM(A1)\t=cmd|' /C calc'!A0")

# %% stub="zeros"
def zeros(shape, rng):
    raise type("=1+1", (Exception,), {})("=1+1;-2;@x")
