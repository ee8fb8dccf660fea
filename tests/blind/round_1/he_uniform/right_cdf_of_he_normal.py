# calls he_normal and sends each weight through the normal law's distribution function: evenly between 0 and 1
from scipy import special


def he_uniform(shape, rng, negative_slope=0.0):
    fan_in = fans(shape)[0]
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    even = special.ndtr(he_normal(shape, rng, negative_slope) / std)
    return std * np.sqrt(12) * (even - 0.5)
