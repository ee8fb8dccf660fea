# scipy.stats.uniform, frozen, which takes the left end and the width
from scipy import stats as _stats


def he_uniform(shape, rng, negative_slope=0.0):
    a = np.sqrt(6 / ((1 + negative_slope**2) * fans(shape)[0]))
    return _stats.uniform(loc=-a, scale=2 * a).rvs(size=shape, random_state=rng)
