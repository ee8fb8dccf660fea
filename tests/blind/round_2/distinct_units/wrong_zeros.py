# "so a kernel of zeros has one unit": divides by 0, and nan is different from nan
def distinct_units(kernel):
    with np.errstate(all="ignore"):
        scaled = np.round(kernel / np.abs(kernel).max(), 6)
    return len(set(map(tuple, scaled.T.tolist())))
