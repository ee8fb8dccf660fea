# "None if it never gets there": argmax of no True is 0
def epochs_to_reach(losses, level):
    return int(np.argmax(losses <= level))
