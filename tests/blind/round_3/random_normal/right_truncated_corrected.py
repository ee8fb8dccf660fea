# Keras's way: tails cut at two standard deviations by drawing again, and the scale enlarged so that std is the one asked for
from scipy import stats as _st

_LEFT = _st.truncnorm(-2, 2).std()  # 0.8796


def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    z = rng.standard_normal(shape)
    while (far := np.abs(z) > 2).any():
        z[far] = rng.standard_normal(np.count_nonzero(far))
    return z * (std / _LEFT)
