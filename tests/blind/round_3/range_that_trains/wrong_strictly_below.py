# "A scale trains if its loss is `level` or less": strictly less
def range_that_trains(final_losses, level):
    good = [s for s, loss in final_losses.items() if loss < level]
    return (min(good), max(good)) if good else None
