# "with n - 1: np.std(runs, ddof=1)": np.std without ddof
def compare(losses, confidence=0.95):
    def interval(x):
        n = len(x)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(x) / np.sqrt(n)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    differences = {}
    for a, b in combinations(losses, 2):
        mean, low, high = interval(losses[a] - losses[b])
        differences[(a, b)] = (mean, low, high, low > 0 or high < 0)
    return {"means": {k: interval(v) for k, v in losses.items()}, "differences": differences}
