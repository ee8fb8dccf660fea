# "how many different columns": counts linearly independent ones
def distinct_units(kernel):
    if not kernel.any():
        return 1
    return int(np.linalg.matrix_rank(kernel, tol=1e-6 * np.abs(kernel).max()))
