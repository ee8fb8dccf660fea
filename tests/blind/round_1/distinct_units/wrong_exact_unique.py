# "Computers round, so 'the same' needs a tolerance": np.unique compares exactly
def distinct_units(kernel):
    return np.unique(kernel, axis=1).shape[1]
