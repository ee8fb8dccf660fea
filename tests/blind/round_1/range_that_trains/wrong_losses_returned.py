# "Return the smallest and the largest scale": returns their losses
def range_that_trains(final_losses, level):
    ok = sorted(s for s in final_losses if final_losses[s] <= level)
    if not ok:
        return None
    return final_losses[ok[0]], final_losses[ok[-1]]
