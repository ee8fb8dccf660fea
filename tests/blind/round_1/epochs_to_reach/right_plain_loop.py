# for loop with enumerate and early return
def epochs_to_reach(losses, level):
    for epoch, loss in enumerate(losses):
        if loss <= level:
            return epoch
    return None
