# "`None` if none does": a pair of two None
def range_that_trains(final_losses, level):
    ok = [s for s, l in final_losses.items() if l <= level]
    return min(ok, default=None), max(ok, default=None)
