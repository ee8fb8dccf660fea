# "1e-6 times the largest |weight|": rounds to six decimals without dividing by it
def distinct_units(kernel):
    return np.unique(np.round(kernel, 6), axis=1).shape[1]
