# "only s / sqrt(n) shrinks when you run more": the root of n is missing
def compare(losses, confidence=0.95):
    def row(x):
        half = stats.t.ppf((1 + confidence) / 2, len(x) - 1) * np.std(x, ddof=1)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    differences = {}
    for a, b in combinations(losses, 2):
        m, low, high = row(losses[a] - losses[b])
        differences[(a, b)] = (m, low, high, bool(low > 0 or high < 0))
    return {"means": {name: row(x) for name, x in losses.items()}, "differences": differences}
