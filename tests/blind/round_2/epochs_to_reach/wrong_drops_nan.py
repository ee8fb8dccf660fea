# "their epochs count like any others": nan are removed before counting, later epochs get smaller numbers
def epochs_to_reach(losses, level):
    finite = losses[~np.isnan(losses)]
    hits = np.flatnonzero(finite <= level)
    return int(hits[0]) if len(hits) else None
