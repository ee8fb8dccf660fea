# "in any order": first and last in the order of the dictionary
def range_that_trains(final_losses, level):
    good = [s for s, loss in final_losses.items() if loss <= level]
    return (good[0], good[-1]) if good else None
