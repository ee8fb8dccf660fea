# "how many different units": compares each column only with the one before it, so equal ones that do not stand side by side count twice
def distinct_units(kernel):
    k = kernel[:, np.argsort(kernel[0], kind="stable")]
    limit = 1e-6 * np.abs(k).max()
    step = np.abs(np.diff(k, axis=1)).max(axis=0) > limit
    return 1 + int(step.sum())
