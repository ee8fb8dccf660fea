# breaks "in any order": takes the first and the last in the order of the dictionary
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    good = [s for s in final_losses if final_losses[s] <= level]
    if len(good) == 0:
        return None
    return good[0], good[-1]
