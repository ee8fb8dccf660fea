# PyTorch's way with a gain; single precision from start to end
import math


def _gain(slope):
    return math.sqrt(2.0 / (1 + slope * slope))


def he_normal(shape, rng, negative_slope=0.0):
    std = np.float32(_gain(negative_slope) / math.sqrt(fans(shape)[0]))
    return rng.standard_normal(shape, dtype=np.float32) * std
