# "A loss above the level has not reached it, however close it is": accepts losses that are close
def epochs_to_reach(losses, level):
    for epoch, loss in enumerate(losses):
        if loss < level or np.isclose(loss, level):
            return epoch
    return None
