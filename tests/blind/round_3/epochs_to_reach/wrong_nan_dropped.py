# "their epochs count like any others": removes nan first, so later epochs get too small a number
def epochs_to_reach(losses, level):
    clean = losses[~np.isnan(losses)]
    hits = np.nonzero(clean <= level)[0]
    return int(hits[0]) if len(hits) else None
