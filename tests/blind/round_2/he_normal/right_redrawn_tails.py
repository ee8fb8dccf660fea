# draws again what is farther out than three standard deviations, until none is left; std corrected by a formula
from scipy.stats import norm as _norm


def he_normal(shape, rng, negative_slope=0.0, cut=3.0):
    std = np.sqrt(2 / ((1 + negative_slope**2) * fans(shape)[0]))
    kept_std = np.sqrt(1 - 2 * cut * _norm.pdf(cut) / (_norm.cdf(cut) - _norm.cdf(-cut)))
    z = rng.standard_normal(shape)
    while (far := np.abs(z) > cut).any():
        z[far] = rng.standard_normal(far.sum())
    return z * (std / kept_std)
