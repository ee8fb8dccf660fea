# "the largest |weight| in the whole kernel": scales each column by its own largest, so a unit and its double agree
def distinct_units(kernel):
    scale = np.abs(kernel).max(axis=0, keepdims=True)
    scale = np.where(scale == 0, 1, scale)
    return np.unique(np.round(kernel / scale, 6) + 0.0, axis=1).shape[1]
