# SciPy's uniform law, which takes start and length
from scipy.stats import uniform


def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    law = uniform(loc=-limit, scale=2 * limit)
    return law.rvs(size=shape, random_state=rng)
