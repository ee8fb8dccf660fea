# one line: next() of a generator with None as default; answers are NumPy integers
def epochs_to_reach(losses, level):
    return next(iter(np.flatnonzero(np.asarray(losses) <= level)), None)
