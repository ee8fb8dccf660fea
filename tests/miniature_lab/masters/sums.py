# %% [markdown]
# # Sums
# `double(number)` returns a `Tally` of twice the number.

# %% given="setup"
import tally


# %% stub="double"
def double(number):
    """A Tally of twice the number."""
    ### BEGIN SOLUTION
    return tally.Tally("|" * (2 * number))
    ### END SOLUTION


# %% check="double" points=6
assert double(2) == tally.Tally("||||")
