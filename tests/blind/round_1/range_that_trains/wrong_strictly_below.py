# "if its loss is `level` or less": strictly less
def range_that_trains(final_losses, level):
    ok = [s for s, loss in final_losses.items() if loss < level]
    return (min(ok), max(ok)) if ok else None
