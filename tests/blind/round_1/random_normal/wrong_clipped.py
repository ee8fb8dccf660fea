# "not ... clipped": tails beyond three deviations are set to the border
def random_normal(shape, rng, std=0.05):
    return np.clip(rng.normal(0, std, shape), -3 * std, 3 * std)
