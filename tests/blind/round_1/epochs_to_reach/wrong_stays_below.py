# "The loss may rise again later; that does not matter": waits until it is below for good
def epochs_to_reach(losses, level):
    above = np.flatnonzero(~(losses <= level))
    epoch = 0 if len(above) == 0 else int(above[-1]) + 1
    return epoch if epoch < len(losses) else None
