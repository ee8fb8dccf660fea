# scipy.stats frozen law
from scipy import stats


def xavier_uniform(shape, rng):
    a = np.sqrt(6.0 / np.add(*fans(shape)))
    law = stats.uniform(-a, 2 * a)
    return law.rvs(shape, random_state=rng)
