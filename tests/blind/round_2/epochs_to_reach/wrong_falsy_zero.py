# "0 if it is there before training": 0 is falsy, so None comes back
def epochs_to_reach(losses, level):
    first = next((e for e, loss in enumerate(losses) if loss <= level), None)
    return first or None
