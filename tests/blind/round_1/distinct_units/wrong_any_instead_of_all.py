# "if **none** of their weights differ": calls two units the same when SOME weight agrees
def distinct_units(kernel):
    limit = 1e-6 * np.abs(kernel).max()
    seen = []
    for col in kernel.T:
        if not any(np.any(np.abs(col - s) <= limit) for s in seen):
            seen.append(col)
    return len(seen)
