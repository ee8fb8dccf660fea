# "Wherever they stand ... their epochs count like any others": gives up at the first nan
def epochs_to_reach(losses, level):
    for e, loss in enumerate(losses):
        if np.isnan(loss):
            return None
        if loss <= level:
            return e
    return None
