# np.unique on the scaled, rounded transpose; zeros handled first
def distinct_units(kernel):
    k = np.asarray(kernel, dtype=float)
    biggest = np.abs(k).max()
    if biggest == 0:
        return 1
    return np.unique(np.round(k.T / biggest, 6), axis=0).shape[0]
