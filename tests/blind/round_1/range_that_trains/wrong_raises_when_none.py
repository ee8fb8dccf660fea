# "`None` if none does": min of an empty list raises
def range_that_trains(final_losses, level):
    ok = [s for s, l in final_losses.items() if l <= level]
    return min(ok), max(ok)
