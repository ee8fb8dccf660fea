# scipy.stats.norm with a seed drawn from rng
import scipy.stats


def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    seed = int(rng.integers(2**63))
    law = scipy.stats.norm(loc=0.0, scale=std)
    return law.rvs(size=tuple(shape), random_state=np.random.default_rng(seed))
