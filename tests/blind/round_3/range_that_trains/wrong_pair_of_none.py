# "None if none does": returns (None, None)
def range_that_trains(final_losses, level):
    good = [s for s in final_losses if final_losses[s] <= level]
    return min(good, default=None), max(good, default=None)
