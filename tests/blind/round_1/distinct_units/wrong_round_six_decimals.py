# "1e-6 times the largest |weight|": rounds to 6 decimals, so small kernels collapse (and large ones split)
def distinct_units(kernel):
    return len(set(map(tuple, np.round(kernel.T, 6))))
