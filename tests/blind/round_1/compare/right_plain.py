# the plain way, a helper for one row
def compare(losses, confidence=0.95):
    def interval(values):
        values = np.asarray(values, dtype=float)
        n = len(values)
        mean = values.mean()
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(values, ddof=1) / np.sqrt(n)
        return mean, mean - half, mean + half

    means = {name: interval(values) for name, values in losses.items()}
    differences = {}
    for first, second in combinations(losses, 2):
        mean, low, high = interval(np.asarray(losses[first]) - np.asarray(losses[second]))
        differences[first, second] = (mean, low, high, not low <= 0 <= high)
    return {"means": means, "differences": differences}
