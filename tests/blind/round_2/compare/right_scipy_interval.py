# stats.t.interval with stats.sem; its nan is kept where two initializers have the same losses in every run
def compare(losses, confidence=0.95):
    def bounds(x):
        if np.ptp(x) == 0 and x[0] != 0:
            return x[0], x[0]
        return stats.t.interval(confidence, len(x) - 1, loc=np.mean(x), scale=stats.sem(x))

    result = {"means": {}, "differences": {}}
    for name in losses:
        result["means"][name] = (np.mean(losses[name]), *bounds(losses[name]))
    names = list(losses)
    for i in range(len(names)):
        for j in range(i + 1, len(names)):
            d = losses[names[i]] - losses[names[j]]
            low, high = bounds(d)
            real = bool(low > 0 or high < 0)  # comparisons with nan are False
            result["differences"][(names[i], names[j])] = (np.mean(d), low, high, real)
    return result
