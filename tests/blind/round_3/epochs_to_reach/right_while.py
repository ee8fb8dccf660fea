# while loop with a helper; returns a float
def _is_there(loss, level):
    return (not np.isnan(loss)) and loss <= level


def epochs_to_reach(losses, level):
    e = 0
    while e < len(losses):
        if _is_there(losses[e], level):
            return float(e)
        e += 1
    return None
