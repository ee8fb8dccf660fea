# "leave what you are given as it is": the differences are written into the array of the first name (and the later pairs are wrong)
def compare(losses, confidence=0.95):
    """Means with Student's t intervals, and paired differences with theirs."""
    def interval(values, confidence):
        n = len(values)
        mean = np.mean(values)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(values, ddof=1) / np.sqrt(n)
        return float(mean), float(mean - half), float(mean + half)

    means = {name: interval(losses[name], confidence) for name in losses}
    differences = {}
    for a, b in combinations(losses, 2):
        losses[a] -= losses[b]
        difference = losses[a]
        mean, low, high = interval(difference, confidence)
        real = not low <= 0 <= high
        differences[(a, b)] = (mean, low, high, bool(real))
    return {"means": means, "differences": differences}
