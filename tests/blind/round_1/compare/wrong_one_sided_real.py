# "If 0 lies outside the interval": only an interval above 0 is called real
def compare(losses, confidence=0.95):
    def row(x):
        n = len(x)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    differences = {}
    for a, b in combinations(losses, 2):
        m, low, high = row(losses[a] - losses[b])
        differences[(a, b)] = (m, low, high, bool(low > 0))
    return {"means": {name: row(x) for name, x in losses.items()}, "differences": differences}
