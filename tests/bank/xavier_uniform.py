"""Q6: answers to `xavier_uniform`."""

import math

import numpy as np

from tests.bank.entry import right, wrong
from tests.bank.ways.formulas import fans, variance_scaling

PART = {"scale": "part left at 0", "law": "part left at 0", "independence": "part left at 0"}


@right
def xavier_uniform_by_variance_scaling(shape, rng):
    return variance_scaling(shape, rng, 1, "fan_avg", "uniform")


@right(slow=True)
def glorot_uniform_by_keras(shape, rng):
    import keras

    return keras.initializers.GlorotUniform(seed=int(rng.integers(2**31)))(shape).numpy()


@right
def xavier_uniform_through_its_std(shape, rng):
    std = np.sqrt(2 / sum(fans(shape)))
    return (rng.random(shape) - 0.5) * np.sqrt(12) * std


@right
def xavier_uniform_split_root(shape, rng):
    limit = np.sqrt(6) / np.sqrt(np.sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "square root missing"})
def root_missing(shape, rng):
    limit = 6 / sum(fans(shape))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "std as limit"})
def std_as_limit(shape, rng):
    limit = math.sqrt(2 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "variance as limit"})
def variance_as_limit(shape, rng):
    limit = 2 / sum(fans(shape))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "LeCun's formula"})
def lecuns_limit(shape, rng):
    limit = math.sqrt(3 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "He's formula"})
def hes_limit(shape, rng):
    limit = math.sqrt(6 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "PyTorch's default"})
def pytorch_default(shape, rng):
    limit = 1 / math.sqrt(fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "factor 2 missing"})
def factor_two_missing(shape, rng):
    limit = math.sqrt(3 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "mean of the fans"})
def six_over_the_mean(shape, rng):
    limit = math.sqrt(6 / np.mean(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "operator precedence"})
def without_brackets(shape, rng):
    fan_in, fan_out = fans(shape)
    limit = math.sqrt(6 / fan_in + fan_out)
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "root of each fan"})
def root_of_each_fan(shape, rng):
    fan_in, fan_out = fans(shape)
    limit = math.sqrt(6) / (math.sqrt(fan_in) + math.sqrt(fan_out))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "numerator outside the root"})
def root_of_the_denominator_only(shape, rng):
    limit = 6 / math.sqrt(sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "root alone"})
def root_alone(shape, rng):
    limit = 1 / math.sqrt(sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "receptive field left out"})
def without_receptive_field(shape, rng):
    limit = math.sqrt(6 / (shape[-2] + shape[-1]))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "wrong axis"})
def axes_of_another_library(shape, rng):
    field = math.prod(shape[2:])
    limit = math.sqrt(6 / ((shape[0] + shape[1]) * field))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2, fails={"scale": "one-sided range", "law": "one-sided range"})
def one_sided(shape, rng):
    return rng.random(shape) * math.sqrt(6 / sum(fans(shape)))


@wrong(lost=1.5, fails={"scale": "half the range"})
def half_the_range(shape, rng):
    return (rng.random(shape) - 0.5) * math.sqrt(6 / sum(fans(shape)))


@wrong(
    lost=2.75,
    fails={
        "generator": "seed reset inside",
        "scale": "one number for all",
        "law": "one number for all",
        "independence": "one number for all",
    },
)
def degenerate_range(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(limit, limit, shape)


@wrong(lost=2, fails={"scale": "limit as std", "law": "normal for uniform"})
def normal_with_the_limit(shape, rng):
    return rng.normal(0, math.sqrt(6 / sum(fans(shape))), shape)


@wrong(lost=0.5, fails={"law": "normal for uniform"})
def normal_of_the_same_std(shape, rng):
    return rng.normal(0, math.sqrt(2 / sum(fans(shape))), shape)


@wrong(lost=0.5, fails={"law": None})
def triangular_of_the_same_std(shape, rng):
    return rng.triangular(-1, 0, 1, shape) * math.sqrt(12 / sum(fans(shape)))


@wrong(lost=1.5, fails={"scale": "fixed scale"})
def fixed_twentieth(shape, rng):
    return rng.uniform(-0.05, 0.05, shape)


@wrong(lost=2, fails={"scale": None, "law": "one-sided range"}, double=True)
def fan_out_only_and_one_sided(shape, rng):
    return rng.random(shape) * math.sqrt(6 / fans(shape)[1])


# weights of the right law that are not drawn one by one


@wrong(
    lost=2.5,
    fails={"scale": "one column repeated", "law": "one column repeated", "independence": "one column repeated"},
)
def one_column_repeated(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    column = rng.uniform(-limit, limit, (*shape[:-1], 1))
    return np.repeat(column, shape[-1], axis=-1)


@wrong(lost=0.5, fails={"independence": "rows not independent"})
def two_equal_units(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    weights = rng.uniform(-limit, limit, shape)
    weights[..., -1] = weights[..., 0]
    return weights


@wrong(lost=2.5, fails=PART)
def nine_tenths_zeros(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape) * (rng.random(shape) < 0.1)


@wrong(lost=2.5, fails=PART)
def first_row_only(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    weights = np.zeros(shape)
    weights.reshape(-1, shape[-1])[0] = rng.uniform(-limit, limit, shape[-1])
    return weights


@wrong(lost=0.5, fails={"law": "standardised"})
def standardised_in_float32(shape, rng):
    weights = rng.random(shape, dtype=np.float32)
    return (weights - weights.mean()) / weights.std() * np.float32(math.sqrt(2 / sum(fans(shape))))


# the generator used wrongly


@wrong(lost=0.25, fails={"generator": "global random state"})
def global_generator_seeded_from_rng(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    np.random.seed(rng.integers(2**32))
    return np.random.uniform(-limit, limit, shape)


@wrong(lost=0.25, fails={"generator": "generator not moved on"})
def state_put_back(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    state = rng.bit_generator.state
    weights = rng.uniform(-limit, limit, shape)
    rng.bit_generator.state = state
    return weights


# answers of the wrong kind: type, shape, dtype


@wrong(lost=3, fails={"form": "one number"})
def one_number(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit)


@wrong(lost=3, fails={"form": "object dtype"})
def array_of_objects(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape).astype(object)


@wrong(lost=3, fails={"form": "wrong shape"})
def vector_for_a_matrix(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape[0])


@wrong(lost=0.5, fails={"law": "rescaled to the limit"}, says="stretched to it")
def stretched_to_the_limit(shape, rng):
    weights = rng.uniform(-1, 1, shape)
    return weights / max(weights.max(), -weights.min()) * math.sqrt(6 / sum(fans(shape)))
