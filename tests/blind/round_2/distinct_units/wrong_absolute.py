# "1e-6 times the largest |weight|": the limit is an absolute 1e-6, so a kernel of tiny weights has one unit
def distinct_units(kernel):
    return np.unique(np.round(kernel, 6), axis=1).shape[1]
