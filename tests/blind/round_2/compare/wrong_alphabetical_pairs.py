# "A pair stands in the order of the dictionary, not of the alphabet": the names are sorted first
def compare(losses, confidence=0.95):
    def interval(x):
        n = len(x)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    means, differences = {}, {}
    names = sorted(losses)
    for name in names:
        means[name] = interval(losses[name])
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            mean, low, high = interval(losses[a] - losses[b])
            differences[a, b] = (mean, low, high, bool(low > 0 or high < 0))
    return {"means": means, "differences": differences}
