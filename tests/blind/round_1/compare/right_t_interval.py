# stats.t.interval, with the standard interval scaled afterwards (so that a scatter of 0 is no special case)
def compare(losses, confidence=0.95):
    def mean_and_limits(x):
        x = np.array(x, dtype=np.float64)
        low, high = stats.t.interval(confidence, df=x.size - 1)
        error = np.sqrt(x.var(ddof=1) / x.size)
        return float(x.mean()), float(x.mean() + low * error), float(x.mean() + high * error)

    pairs = {(a, b): mean_and_limits(np.subtract(losses[a], losses[b])) for a, b in combinations(losses, 2)}
    return {
        "means": {name: mean_and_limits(x) for name, x in losses.items()},
        "differences": {pair: row + (row[1] > 0 or row[2] < 0,) for pair, row in pairs.items()},
    }
