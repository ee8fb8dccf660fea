# a child of rng by spawn, in single precision, scaled in place
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    (child,) = rng.spawn(1)
    kernel = child.standard_normal(shape, dtype=np.float32)
    kernel *= np.float32(std)
    return kernel
