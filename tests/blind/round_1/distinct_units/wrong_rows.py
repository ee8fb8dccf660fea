# "A unit is a **column**": counts different rows
def distinct_units(kernel):
    limit = 1e-6 * np.abs(kernel).max()
    seen = []
    for row in kernel:
        if not any(np.all(np.abs(row - s) <= limit) for s in seen):
            seen.append(row)
    return len(seen)
