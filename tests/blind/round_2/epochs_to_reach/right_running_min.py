# running minimum with fmin (which skips nan), then a search in this falling curve
def epochs_to_reach(losses, level):
    best = np.fmin.accumulate(losses)
    never = ~(best <= level)  # True, ..., True, False, ..., False
    count = int(never.sum())
    return None if count == len(best) else count
