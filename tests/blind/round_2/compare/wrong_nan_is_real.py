# "s is 0: ... and the difference not real": with SciPy's nan interval `not low <= 0 <= high` is True
def compare(losses, confidence=0.95):
    def interval(x):
        low, high = stats.t.interval(confidence, len(x) - 1, loc=np.mean(x), scale=stats.sem(x))
        return np.mean(x), low, high

    differences = {}
    for a, b in combinations(losses, 2):
        mean, low, high = interval(losses[a] - losses[b])
        differences[a, b] = (mean, low, high, not (low <= 0 <= high))
    return {"means": {name: interval(x) for name, x in losses.items()}, "differences": differences}
