# masked arrays (only nan is masked); 0-d array as a result
def epochs_to_reach(losses, level):
    ok = np.ma.masked_where(np.isnan(losses), losses) <= level
    where, = np.nonzero(np.ma.filled(ok, False))
    if len(where) == 0:
        return None
    return np.array(where.min())
