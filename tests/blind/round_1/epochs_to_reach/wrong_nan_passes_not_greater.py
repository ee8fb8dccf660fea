# "`nan` ... those are not below any level": `not loss > level` is True for nan
def epochs_to_reach(losses, level):
    for epoch, loss in enumerate(losses):
        if not loss > level:
            return epoch
    return None
