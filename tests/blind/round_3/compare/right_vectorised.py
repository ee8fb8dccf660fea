# all names and all pairs at once as rows of a matrix; NumPy numbers and NumPy bools in the result
def compare(losses, confidence=0.95):
    """Means with Student's t intervals, and paired differences with theirs."""
    names = list(losses)
    table = np.stack([np.asarray(losses[name], dtype=np.float64) for name in names])
    first, second = np.triu_indices(len(names), k=1)
    rows = np.vstack([table, table[first] - table[second]])
    n = table.shape[1]
    mean = rows.mean(axis=1)
    half = -stats.t.ppf((1 - confidence) / 2, n - 1) * np.sqrt(rows.var(axis=1, ddof=1) / n)
    low, high = mean - half, mean + half
    real = np.abs(mean) > half
    k = len(names)
    return {
        "means": {name: (mean[i], low[i], high[i]) for i, name in enumerate(names)},
        "differences": {
            (names[i], names[j]): (mean[k + p], low[k + p], high[k + p], real[k + p])
            for p, (i, j) in enumerate(zip(first, second))
        },
    }
