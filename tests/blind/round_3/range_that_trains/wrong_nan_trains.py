# "A training that exploded has the loss nan ...: it does not train": nan is not above the level, so it passes
def range_that_trains(final_losses, level):
    good = [s for s, loss in final_losses.items() if not loss > level]
    return (min(good), max(good)) if good else None
