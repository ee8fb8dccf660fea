# collects all epochs that qualify and takes the smallest (min with default)
def epochs_to_reach(losses, level):
    candidates = {epoch for epoch, loss in zip(range(losses.size), losses.tolist(), strict=True) if level >= loss}
    return min(candidates, default=None)
