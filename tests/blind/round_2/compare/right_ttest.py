# the interval and the verdict from SciPy's one-sample and paired t-tests
def compare(losses, confidence=0.95):
    means = {}
    for name, x in losses.items():
        x = np.array(x, dtype=np.float64)
        if np.all(x == x[0]):
            means[name] = (x[0], x[0], x[0])
        else:
            ci = stats.ttest_1samp(x, 0.0).confidence_interval(confidence)
            means[name] = (x.mean(), ci.low, ci.high)
    differences = {}
    for pair in combinations(losses.keys(), 2):
        a, b = (np.array(losses[name], dtype=np.float64) for name in pair)
        d = a - b
        if np.all(d == d[0]):
            differences[pair] = (d[0], d[0], d[0], bool(d[0] != 0))
            continue
        test = stats.ttest_rel(a, b)
        ci = test.confidence_interval(confidence)
        differences[pair] = (d.mean(), ci.low, ci.high, bool(test.pvalue < 1 - confidence))
    return {"differences": differences, "means": means}
