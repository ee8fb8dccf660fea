# "the true mean lies within mean ± t s / sqrt(n)": nan, nan where all runs are equal (s = 0), and the pair is called real
def compare(losses, confidence=0.95):
    def row(x):
        low, high = stats.t.interval(confidence, len(x) - 1, loc=np.mean(x), scale=stats.sem(x))
        return np.mean(x), low, high

    differences = {}
    for a, b in combinations(losses, 2):
        m, low, high = row(losses[a] - losses[b])
        differences[(a, b)] = (m, low, high, not (low <= 0 <= high))
    return {"means": {name: row(x) for name, x in losses.items()}, "differences": differences}
