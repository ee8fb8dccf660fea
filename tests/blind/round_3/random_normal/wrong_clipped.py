# "the weights are not ... clipped (set to a border)": clipped at three standard deviations
def random_normal(shape, rng, std=0.05):
    return np.clip(rng.normal(0.0, std, shape), -3 * std, 3 * std)
