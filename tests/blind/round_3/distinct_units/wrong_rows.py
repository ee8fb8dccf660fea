# "A unit is a column": counts the different rows
def distinct_units(kernel):
    scale = np.abs(kernel).max()
    if scale == 0:
        return 1
    return len(np.unique(np.round(kernel / scale, 6), axis=0))
