# "**at or below** the level": a tolerance of 1 percent lets losses slightly above pass
def epochs_to_reach(losses, level):
    for epoch, loss in enumerate(losses):
        if loss <= level or np.isclose(loss, level, rtol=0.01):
            return epoch
    return None
