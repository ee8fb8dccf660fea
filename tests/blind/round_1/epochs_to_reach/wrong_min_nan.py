# "the first epoch at which the loss is at or below": asks losses.min() first, which is nan as soon as any loss is
def epochs_to_reach(losses, level):
    if not losses.min() <= level:
        return None
    return int(np.argmax(losses <= level))
