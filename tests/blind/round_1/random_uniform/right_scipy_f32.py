# scipy.stats, converted to single precision
from scipy.stats import uniform


def random_uniform(shape, rng, limit=0.05):
    w = uniform.rvs(loc=-1.0, scale=2.0, size=shape, random_state=rng)
    return np.asarray(w * limit, dtype=np.float32)
