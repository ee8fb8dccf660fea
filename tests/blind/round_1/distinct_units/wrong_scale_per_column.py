# "the largest |weight| in the whole kernel": scales by the largest weight of each column, so a unit and its double are one
def distinct_units(kernel):
    scale = np.abs(kernel).max(axis=0)
    normed = kernel / np.where(scale > 0, scale, 1)
    seen = []
    for col in normed.T:
        if not any(np.all(np.abs(col - s) <= 1e-6) for s in seen):
            seen.append(col)
    return len(seen)
