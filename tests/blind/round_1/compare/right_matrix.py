# all at once with a matrix: rows are the names and then the pairs
def compare(losses, confidence=0.95):
    names = list(losses)
    runs = np.array([losses[name] for name in names], dtype=float)
    i, j = np.triu_indices(len(names), k=1)
    rows = np.vstack([runs, runs[i] - runs[j]])
    n = rows.shape[1]
    mean = rows.mean(axis=1)
    half = stats.sem(rows, axis=1) * stats.t.isf((1 - confidence) / 2, df=n - 1)
    low, high = mean - half, mean + half
    table = [tuple(row) for row in np.column_stack([mean, low, high]).tolist()]
    result = {"means": dict(zip(names, table)), "differences": {}}
    for a, b, row in zip(i, j, table[len(names) :]):
        result["differences"][names[a], names[b]] = (*row, bool(row[1] > 0 or row[2] < 0))
    return result
