# n and the sums by hand, minus the lower quantile; the differences' mean from the means
def compare(losses, confidence=0.95):
    data = {name: np.asarray(x, dtype=float) for name, x in losses.items()}
    mean = {name: x.sum() / x.size for name, x in data.items()}

    def half_width(x):
        n = x.size
        deviations = x - x.sum() / n
        t = -stats.t.ppf((1 - confidence) / 2, n - 1)
        return t * np.sqrt((deviations @ deviations) / (n * (n - 1)))

    out = {"means": {}, "differences": {}}
    for name, x in data.items():
        h = half_width(x)
        out["means"][name] = (mean[name], mean[name] - h, mean[name] + h)
    for pair in combinations(data, 2):
        a, b = pair
        d, h = mean[a] - mean[b], half_width(data[a] - data[b])
        out["differences"][pair] = (d, d - h, d + h, bool(d - h > 0) | bool(d + h < 0))
    return out
