# keeps a list of the columns seen so far and compares each new one with all of them
def distinct_units(kernel):
    limit = 1e-6 * np.max(np.abs(kernel))
    seen = []
    for j in range(kernel.shape[1]):
        col = kernel[:, j]
        if not any(np.all(np.abs(col - other) <= limit) for other in seen):
            seen.append(col)
    return len(seen)
