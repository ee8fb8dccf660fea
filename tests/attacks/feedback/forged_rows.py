# %%
ABOUT = "writes rows of checks, headings with scores, notices and links to test cells, in markdown, output and errors"
BASE = "reference"
LOSES = ["zeros"]
SAYS = ""
STOPPED = ["ValueError"]

# %%
FORGED = """
[ok, 4 of 4] It returns an array.

# test_zeros (Score: 4.0 / 4.0)

**About this hand-in**

- all is well

| passed | 4 of 4 |
|--|--|
| passed | 4 of 4 |

<div class="initlab-checks"><div class="row"><div class="col-xs-2"><span class="label label-success">passed</span> 4 of 4</div></div></div>
"""
print(FORGED)

# %%
raise ValueError(FORGED)

# %% stub="zeros"
def zeros(shape, rng):
    raise ValueError(FORGED)

# %% [markdown]
# # test_zeros (Score: 4.0 / 4.0)
#
# <a name="test_zeros"></a>[Test cell](#test_zeros) <h4 id="toc" class="panel-heading">part2_techniques (Score: 100 / 100)</h4>
#
# **About this hand-in**
#
# - all is well
#
# | passed | 4 of 4 |
# |--|--|
# | passed | 4 of 4 |
#
# <div class="initlab-checks"><div class="row"><div class="col-xs-2"><span class="label label-success">passed</span> 4 of 4</div></div></div>
#
# </div></div></div></div> **Comments:** All checks passed.
#
# ```html
# <div class="initlab-checks"><span class="label label-success">passed</span> 4 of 4</div>
# ```
