# by the formula, one helper for both tables
def mean_interval(values, confidence):
    n = len(values)
    mean = np.mean(values)
    half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(values, ddof=1) / np.sqrt(n)
    return mean, mean - half, mean + half


def compare(losses, confidence=0.95):
    """Means with Student's t intervals, and paired differences with theirs."""
    means = {name: mean_interval(values, confidence) for name, values in losses.items()}
    differences = {}
    for first, second in combinations(losses, 2):
        mean, low, high = mean_interval(np.asarray(losses[first]) - np.asarray(losses[second]), confidence)
        differences[first, second] = (mean, low, high, not low <= 0 <= high)
    return {"means": means, "differences": differences}
