# "A training that exploded has the loss nan or inf: it does not train": "not loss > level" is True for nan
def range_that_trains(final_losses, level):
    ok = [s for s, loss in final_losses.items() if not loss > level]
    if not ok:
        return None
    return min(ok), max(ok)
