# "the number of its *different* units": rank of the kernel; multiples of a column, or more units than inputs, are lost
def distinct_units(kernel):
    return max(1, int(np.linalg.matrix_rank(kernel, tol=1e-6 * np.abs(kernel).max())))
