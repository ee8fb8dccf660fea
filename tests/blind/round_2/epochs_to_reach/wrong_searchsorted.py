# "The loss may rise again later": binary search that needs a falling curve
def epochs_to_reach(losses, level):
    at = int(np.searchsorted(-losses, -level, side="left"))
    return at if at < len(losses) else None
