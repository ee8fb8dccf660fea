# counts the epochs at which the running minimum (fmin: without nan) is not there yet
def epochs_to_reach(losses, level):
    best_so_far = np.fmin.accumulate(np.asarray(losses, dtype=float))
    waiting = int(np.count_nonzero(~(best_so_far <= level)))
    return None if waiting == len(best_so_far) else waiting
