# "leave what you are given as it is": divides the kernel in place
def distinct_units(kernel):
    biggest = np.abs(kernel).max()
    if biggest:
        kernel /= biggest
    return len(np.unique(np.round(kernel, 6), axis=1).T)
