# "A loss above the level has not reached it, however close it is": np.isclose
def epochs_to_reach(losses, level):
    for e, loss in enumerate(losses):
        if loss < level or np.isclose(loss, level):
            return e
    return None
