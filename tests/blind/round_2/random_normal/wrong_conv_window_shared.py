# breaks "draws each weight on its own": a convolution gets one matrix, copied to every pixel of the window
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    core = rng.normal(0, std, shape[-2:])
    return np.broadcast_to(core, shape).copy()
