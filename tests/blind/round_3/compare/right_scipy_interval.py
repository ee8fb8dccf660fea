# stats.t.interval and stats.sem, nan where all values are equal
def compare(losses, confidence=0.95):
    """Means with Student's t intervals, and paired differences with theirs."""
    def interval(x):
        x = np.array(x, dtype=float)
        with np.errstate(all="ignore"):
            low, high = stats.t.interval(confidence, df=x.size - 1, loc=x.mean(), scale=stats.sem(x))
        return float(x.mean()), float(low), float(high)

    result = {"means": {}, "differences": {}}
    names = list(losses)
    for i, name in enumerate(names):
        result["means"][name] = interval(losses[name])
        for other in names[i + 1 :]:
            mean, low, high = interval(np.subtract(losses[name], losses[other]))
            # nan: the same difference in every run
            real = mean != 0 if np.isnan(low) else low > 0 or high < 0
            result["differences"][(name, other)] = (mean, low, high, bool(real))
    return result
