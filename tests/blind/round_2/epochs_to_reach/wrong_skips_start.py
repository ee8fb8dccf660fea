# "0 if it is there before training": looks only from epoch 1 on
def epochs_to_reach(losses, level):
    for epoch in range(1, len(losses)):
        if losses[epoch] <= level:
            return epoch
    return None
