# vectorised: one matrix, all differences at once with triu_indices, NumPy scalars and np.bool_ in the result
def compare(losses, confidence=0.95):
    names = list(losses)
    table = np.stack([np.asarray(losses[name], dtype=float) for name in names])
    i, j = np.triu_indices(len(names), k=1)
    both = np.vstack([table, table[i] - table[j]])
    n = both.shape[1]
    mean = both.mean(axis=1)
    half = stats.t.isf((1 - confidence) / 2, n - 1) * both.std(axis=1, ddof=1) / np.sqrt(n)
    rows = list(zip(mean, mean - half, mean + half))
    real = np.abs(mean) > half
    k = len(names)
    return {
        "means": dict(zip(names, rows[:k])),
        "differences": {
            (names[a], names[b]): (*row, yes) for a, b, row, yes in zip(i, j, rows[k:], real[k:])
        },
    }
