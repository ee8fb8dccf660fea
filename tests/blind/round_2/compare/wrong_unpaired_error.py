# "subtract run by run and look at the mean and interval of these n differences": adds the two variances as if unpaired
def compare(losses, confidence=0.95):
    means, differences = {}, {}
    for name, x in losses.items():
        n = len(x)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
        means[name] = (np.mean(x), np.mean(x) - half, np.mean(x) + half)
    for a, b in combinations(losses, 2):
        x, y = losses[a], losses[b]
        n = len(x)
        error = np.sqrt(np.var(x, ddof=1) / n + np.var(y, ddof=1) / n)
        mean = np.mean(x) - np.mean(y)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * error
        differences[a, b] = (mean, mean - half, mean + half, bool(abs(mean) > half))
    return {"means": means, "differences": differences}
