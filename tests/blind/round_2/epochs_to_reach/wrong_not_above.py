# "those are not below any level": "not above" is true for nan
def epochs_to_reach(losses, level):
    epoch = 0
    while losses[epoch] > level:
        epoch += 1
        if epoch == len(losses):
            return None
    return epoch
