# "0 if it is there before training": `or None` turns the 0 into None
def epochs_to_reach(losses, level):
    hits = np.where(losses <= level)[0]
    first = int(hits[0]) if len(hits) else 0
    return first or None
