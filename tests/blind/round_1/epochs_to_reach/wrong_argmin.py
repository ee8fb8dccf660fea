# "the first epoch at which the loss is at or below": returns the epoch of the lowest loss
def epochs_to_reach(losses, level):
    if not (losses <= level).any():
        return None
    return int(np.nanargmin(losses))
