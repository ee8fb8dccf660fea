# "times the largest |weight|": takes the largest weight with its sign, 1e6 times too small a scale if all are negative or one is large and negative
def distinct_units(kernel):
    top = kernel.max()
    if top == 0:
        top = 1.0
    return len(np.unique(np.round(kernel / top, 6), axis=1).T)
