# "a kernel of zeros has one unit": 0/0 gives nan, and nan differs from nan
def distinct_units(kernel):
    with np.errstate(all="ignore"):
        scaled = np.round(kernel / np.abs(kernel).max(), 6) + 0.0
    return len({tuple(float(w) for w in column) for column in scaled.T})
