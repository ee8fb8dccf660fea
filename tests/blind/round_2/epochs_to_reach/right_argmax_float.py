# nan replaced in a copy, argmax, returned as float
def epochs_to_reach(losses, level):
    with_inf = np.where(np.isnan(losses), np.inf, losses)
    below = ~(with_inf > level) & ~np.isnan(losses)
    if not np.any(below):
        return None
    return float(np.argmax(below))
