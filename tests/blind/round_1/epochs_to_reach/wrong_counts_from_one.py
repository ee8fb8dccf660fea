# "`losses[e]` after `e` epochs": counts the loss before training as epoch 1
def epochs_to_reach(losses, level):
    for epoch, loss in enumerate(losses, start=1):
        if loss <= level:
            return epoch
    return None
