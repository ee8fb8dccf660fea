# "and `None` if it never gets there": off by one, never looks at the last epoch
def epochs_to_reach(losses, level):
    for epoch in range(len(losses) - 1):
        if losses[epoch] <= level:
            return epoch
    return None
