"""Whole functions as people write them: the same formulas by other roads."""

import math

import numpy as np

from tests.bank.initializers.entry import correct, fans


def variance_scaling(shape, rng, scale, mode, distribution):
    fan_in, fan_out = fans(shape)
    n = {"fan_in": fan_in, "fan_out": fan_out, "fan_avg": (fan_in + fan_out) / 2}[mode]
    if distribution == "uniform":
        limit = np.sqrt(3 * scale / n)
        return rng.uniform(-limit, limit, size=shape)
    return rng.normal(0.0, np.sqrt(scale / n), size=shape)


@correct("xavier_normal")
def xavier_normal_by_variance_scaling(shape, rng):
    return variance_scaling(shape, rng, 1, "fan_avg", "normal")


@correct("xavier_uniform")
def xavier_uniform_by_variance_scaling(shape, rng):
    return variance_scaling(shape, rng, 1, "fan_avg", "uniform")


@correct("lecun_normal")
def lecun_normal_by_variance_scaling(shape, rng):
    return variance_scaling(shape, rng, 1, "fan_in", "normal")


@correct("he_normal")
def he_normal_by_variance_scaling(shape, rng, negative_slope=0.0):
    return variance_scaling(shape, rng, 2 / (1 + negative_slope**2), "fan_in", "normal")


@correct("he_uniform")
def he_uniform_by_variance_scaling(shape, rng, negative_slope=0.0):
    return variance_scaling(shape, rng, 2 / (1 + negative_slope**2), "fan_in", "uniform")


@correct("he_normal")
def he_normal_by_gain(shape, rng, negative_slope=0.0):
    gain = math.sqrt(2.0 / (1 + negative_slope**2))
    return rng.standard_normal(shape) * gain / math.sqrt(fans(shape)[0])


@correct("he_uniform")
def he_uniform_by_gain(shape, rng, negative_slope=0.0):
    gain = math.sqrt(2.0 / (1 + negative_slope**2))
    bound = math.sqrt(3.0) * gain / math.sqrt(fans(shape)[0])
    return rng.uniform(-bound, bound, shape)


@correct("he_normal")
def he_normal_with_hypot(shape, rng, negative_slope=0.0):
    return rng.normal(size=shape) / np.hypot(1, negative_slope) * (2 / np.prod(shape[:-1])) ** 0.5


@correct("he_uniform")
def he_uniform_with_hypot(shape, rng, negative_slope=0.0):
    return rng.uniform(-1, 1, shape) * np.sqrt(6 / np.prod(shape[:-1])) / np.hypot(1, negative_slope)


@correct("he_normal")
def he_normal_from_its_variance(shape, rng, negative_slope=0.0):
    var = 2 / fans(shape)[0] / (1 + negative_slope * negative_slope)
    return np.sqrt(var) * rng.normal(0, 1, shape)


@correct("he_normal")
def he_normal_by_units(shape, rng, negative_slope=0.0):
    columns = []
    for _ in range(shape[-1]):
        incoming = rng.normal(size=math.prod(shape[:-1]))
        columns.append(incoming * math.sqrt(2 / len(incoming) / (1 + negative_slope**2)))
    return np.stack(columns, axis=1).reshape(shape)


@correct("he_normal", slow=True)
def he_normal_by_keras(shape, rng, negative_slope=0.0):
    import keras

    scale = 2 / (1 + negative_slope**2)
    seed = int(rng.integers(2**31))
    return keras.initializers.VarianceScaling(scale, "fan_in", "truncated_normal", seed=seed)(shape).numpy()


@correct("he_uniform", slow=True)
def he_uniform_by_keras(shape, rng, negative_slope=0.0):
    import keras

    weights = keras.initializers.HeUniform(seed=int(rng.integers(2**31)))(shape).numpy()
    return weights / np.sqrt(1 + negative_slope**2).astype(np.float32)


@correct("xavier_normal", slow=True)
def glorot_normal_by_keras(shape, rng):
    import keras

    return keras.initializers.GlorotNormal(seed=int(rng.integers(2**31)))(shape).numpy()


@correct("xavier_uniform", slow=True)
def glorot_uniform_by_keras(shape, rng):
    import keras

    return keras.initializers.GlorotUniform(seed=int(rng.integers(2**31)))(shape).numpy()


@correct("lecun_normal", slow=True)
def lecun_normal_by_keras(shape, rng):
    import keras

    return keras.initializers.LecunNormal(seed=int(rng.integers(2**31)))(shape).numpy()


@correct("xavier_normal")
def xavier_normal_in_steps(shape, rng):
    fan_in, fan_out = fans(shape)
    variance = 2.0 / (fan_in + fan_out)
    std = variance**0.5
    return rng.normal(loc=0, scale=std, size=shape)


@correct("xavier_normal")
def xavier_normal_by_the_mean_fan(shape, rng):
    mean_fan = np.mean(fans(shape))
    return rng.standard_normal(shape) / np.sqrt(mean_fan)


@correct("xavier_uniform")
def xavier_uniform_through_its_std(shape, rng):
    std = np.sqrt(2 / sum(fans(shape)))
    return (rng.random(shape) - 0.5) * np.sqrt(12) * std


@correct("xavier_uniform")
def xavier_uniform_split_root(shape, rng):
    limit = np.sqrt(6) / np.sqrt(np.sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@correct("lecun_normal")
def lecun_normal_divided(shape, rng):
    return rng.standard_normal(shape) / np.sqrt(fans(shape)[0])


@correct("lecun_normal")
def lecun_normal_as_a_power(shape, rng):
    return rng.normal(scale=fans(shape)[0] ** -0.5, size=shape)


@correct("random_normal")
def random_normal_shifted_by_nothing(shape, rng, std=0.05):
    return 0.0 + std * rng.normal(size=shape)


@correct("random_normal")
def random_normal_by_variance(shape, rng, std=0.05):
    variance = std**2
    return rng.normal(0, np.sqrt(variance), shape)


@correct("random_uniform")
def random_uniform_on_a_line(shape, rng, limit=0.05):
    return -limit + (limit - -limit) * rng.random(shape)
