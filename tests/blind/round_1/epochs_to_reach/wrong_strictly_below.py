# "**at or below** the level": uses <
def epochs_to_reach(losses, level):
    for epoch, loss in enumerate(losses):
        if loss < level:
            return epoch
    return None
