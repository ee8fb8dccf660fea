# "the largest `|weight|`": takes the largest weight with its sign, negative if all weights are negative
def distinct_units(kernel):
    limit = 1e-6 * kernel.max()
    seen = []
    for col in kernel.T:
        if not any(np.max(np.abs(col - s)) <= limit for s in seen):
            seen.append(col)
    return len(seen)
