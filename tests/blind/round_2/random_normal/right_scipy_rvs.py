# SciPy's norm.rvs with random_state=rng
from scipy import stats


def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    return stats.norm(loc=0, scale=std).rvs(size=tuple(shape), random_state=rng)
