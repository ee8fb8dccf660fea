# "stats.t.ppf((1 + confidence) / 2, n - 1)": the normal law's quantile, 1.96 for any number of runs
def compare(losses, confidence=0.95):
    z = stats.norm.ppf((1 + confidence) / 2)

    def interval(x):
        half = z * np.std(x, ddof=1) / np.sqrt(len(x))
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    differences = {}
    for a, b in combinations(losses, 2):
        m, lo, hi = interval(losses[a] - losses[b])
        differences[a, b] = (m, lo, hi, bool(lo > 0 or hi < 0))
    return {"means": {name: interval(x) for name, x in losses.items()}, "differences": differences}
