# "the largest |weight| in the whole kernel": each column is divided by its own largest weight, so units that are multiples of each other are one
def distinct_units(kernel):
    scale = np.abs(kernel).max(axis=0)
    scale = np.where(scale > 0, scale, 1.0)
    return np.unique(np.round(kernel / scale, 6), axis=1).shape[1]
