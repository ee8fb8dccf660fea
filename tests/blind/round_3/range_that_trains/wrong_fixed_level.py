# "a finite `level`": the level of the example, 0.5, whatever is given
def range_that_trains(final_losses, level):
    good = [s for s, loss in final_losses.items() if loss <= 0.5]
    return (min(good), max(good)) if good else None
