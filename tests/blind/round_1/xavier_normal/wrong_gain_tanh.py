# "variance 2 / (fan_in + fan_out)": with PyTorch's gain 5/3 for tanh
def xavier_normal(shape, rng):
    return 5 / 3 * np.sqrt(2 / sum(fans(shape))) * rng.standard_normal(shape)
