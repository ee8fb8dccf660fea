# "(Both tails are left out, so a confidence of 0.95 asks for the quantile at 0.975.)": asks for the quantile at 0.95
def compare(losses, confidence=0.95):
    def row(x):
        n = len(x)
        half = stats.t.ppf(confidence, n - 1) * np.std(x, ddof=1) / np.sqrt(n)
        return np.mean(x), np.mean(x) - half, np.mean(x) + half

    result = {"means": {}, "differences": {}}
    for name in losses:
        result["means"][name] = row(losses[name])
    for a, b in combinations(losses, 2):
        m, low, high = row(losses[a] - losses[b])
        result["differences"][(a, b)] = (m, low, high, bool(low > 0 or high < 0))
    return result
