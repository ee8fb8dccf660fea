# "A pair stands in the order of the dictionary": in alphabetical order
def compare(losses, confidence=0.95):
    def row(x):
        n = len(x)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    differences = {}
    for a, b in combinations(sorted(losses), 2):
        m, low, high = row(losses[a] - losses[b])
        differences[(a, b)] = (m, low, high, bool(low > 0 or high < 0))
    return {"means": {name: row(x) for name, x in losses.items()}, "differences": differences}
