# "differ by more than": forgets the absolute value of the difference, a unit with smaller weights counts as seen
def distinct_units(kernel):
    limit = 1e-6 * np.abs(kernel).max()
    seen = []
    for col in kernel.T:
        if not any(np.all(col - s <= limit) for s in seen):
            seen.append(col)
    return len(seen)
