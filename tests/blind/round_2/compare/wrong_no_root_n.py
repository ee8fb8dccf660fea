# "only s / sqrt(n) shrinks when you run more": the intervals are mean +- t s
def compare(losses, confidence=0.95):
    def interval(x):
        half = stats.t.ppf((1 + confidence) / 2, len(x) - 1) * np.std(x, ddof=1)
        return float(np.mean(x)), float(np.mean(x) - half), float(np.mean(x) + half)

    differences = {}
    for pair in combinations(losses, 2):
        mean, low, high = interval(losses[pair[0]] - losses[pair[1]])
        differences[pair] = (mean, low, high, low > 0 or high < 0)
    return {"means": {name: interval(x) for name, x in losses.items()}, "differences": differences}
