# "nor corrected by what came out, its mean, spread": standardized to the exact mean and std
def random_normal(shape, rng, std=0.05):
    w = rng.normal(size=shape)
    if w.size > 1:
        w = (w - w.mean()) / w.std()
    return std * w
