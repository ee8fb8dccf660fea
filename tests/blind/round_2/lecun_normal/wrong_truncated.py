# "if the standard deviation of what is left is the one asked for": truncnorm with the std of the untruncated law
from scipy.stats import truncnorm


def lecun_normal(shape, rng):
    std = np.sqrt(1 / fans(shape)[0])
    return truncnorm.rvs(-2, 2, scale=std, size=shape, random_state=rng)
