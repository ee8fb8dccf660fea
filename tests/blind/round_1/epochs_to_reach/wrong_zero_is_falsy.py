# "(0 if it is there before training)": `or None` turns 0 into None
def epochs_to_reach(losses, level):
    epoch = next((e for e, loss in enumerate(losses) if loss <= level), 0)
    return epoch or None
