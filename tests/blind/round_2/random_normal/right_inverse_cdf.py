# inverse distribution function of whole numbers on a fine grid, in Fortran order
from scipy.special import ndtri


def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    n = int(np.prod(shape))
    u = (rng.integers(0, 2**50, n) + 0.5) / 2.0**50
    return np.reshape(std * ndtri(u), shape, order="F")
