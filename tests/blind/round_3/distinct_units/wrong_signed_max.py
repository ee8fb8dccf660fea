# "the largest |weight|": takes kernel.max(), which is small or negative where the large weights are negative
def distinct_units(kernel):
    tol = 1e-6 * kernel.max()
    reps = []
    for column in kernel.T:
        if not any(np.abs(column - other).max() <= tol for other in reps):
            reps.append(column)
    return len(reps)
