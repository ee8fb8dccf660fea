# "entry r of every array is run r, so do not sort them": pairs the best run with the best run
def compare(losses, confidence=0.95):
    losses = {name: np.sort(x) for name, x in losses.items()}

    def interval(x):
        n = len(x)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    differences = {}
    for a, b in combinations(losses, 2):
        mean, low, high = interval(losses[a] - losses[b])
        differences[a, b] = (mean, low, high, low > 0 or high < 0)
    return {"means": {name: interval(x) for name, x in losses.items()}, "differences": differences}
