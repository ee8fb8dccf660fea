# "in any order": first and last of the dictionary's order
def range_that_trains(final_losses, level):
    ok = [s for s in final_losses if final_losses[s] <= level]
    return (ok[0], ok[-1]) if ok else None
