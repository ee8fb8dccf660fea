# "A unit is a column": counts different rows
def distinct_units(kernel):
    biggest = np.abs(kernel).max()
    scaled = kernel / biggest if biggest > 0 else kernel
    return len(np.unique(np.round(scaled, 6), axis=0))
