# "A pair stands in the order of the dictionary, not of the alphabet": the names are sorted
def compare(losses, confidence=0.95):
    """Means with Student's t intervals, and paired differences with theirs."""
    def interval(values, confidence):
        n = len(values)
        mean = np.mean(values)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(values, ddof=1) / np.sqrt(n)
        return float(mean), float(mean - half), float(mean + half)

    means = {name: interval(losses[name], confidence) for name in losses}
    differences = {}
    for a, b in combinations(sorted(losses), 2):
        difference = np.asarray(losses[a]) - np.asarray(losses[b])
        mean, low, high = interval(difference, confidence)
        real = not low <= 0 <= high
        differences[(a, b)] = (mean, low, high, bool(real))
    return {"means": means, "differences": differences}
