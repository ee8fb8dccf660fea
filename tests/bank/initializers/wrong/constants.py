"""Wrong zeros and constants."""

import numpy as np

from tests.bank.initializers.entry import fans, wrong


@wrong("zeros", lost=0.75, values="not zero")
def ones_for_zeros(shape, rng):
    return np.ones(shape)


@wrong("zeros", lost=0.75, values="not zero")
def small_random(shape, rng):
    return 0.01 * rng.standard_normal(shape)


@wrong("zeros", lost=0.75, values="not zero")
def tiny(shape, rng):
    return np.full(shape, 1e-8)


@wrong("zeros", lost=0.75, values="not zero")
def diagonal(shape, rng):
    weights = np.zeros(shape)
    weights[..., 0, 0] = 1.0
    return weights


@wrong("zeros", lost=1, form="integers")
def integers_for_zeros(shape, rng):
    return np.zeros(shape, dtype=int)


@wrong("zeros", lost=1, form="a list")
def list_of_zeros(shape, rng):
    return np.zeros(shape).tolist()


@wrong("zeros", lost=1, form="transposed shape")
def transposed(shape, rng):
    return np.zeros((*shape[:-2], shape[-1], shape[-2]))


@wrong("zeros", lost=1, form="one number")
def zero(shape, rng):
    return 0.0


@wrong("zeros", lost=1, form="bias added")
def bias_added(shape, rng):
    return np.zeros(shape), np.zeros(shape[-1])


@wrong("zeros", lost=1, form="not written")
def not_written(shape, rng):
    raise NotImplementedError


@wrong("zeros", lost=1, form="not finite")
def empty_memory(shape, rng):
    return np.full(shape, np.nan)


@wrong("constant", lost=1, value="argument ignored")
def argument_ignored(shape, rng, value=0.5):
    return np.full(shape, 0.5)


@wrong("constant", lost=0.75, default="other constant")
def default_of_one(shape, rng, value=0.5):
    return np.full(shape, 1.0 if value == 0.5 else value)


@wrong("constant", lost=1.75, default="other constant", value="other constant")
def ones_for_constant(shape, rng, value=0.5):
    return np.ones(shape)


@wrong("constant", lost=1.75, default="other constant", value="other constant")
def zeros(shape, rng, value=0.5):
    return np.zeros(shape)


@wrong("constant", lost=1.75, default="random constant", value="random constant")
def random_values(shape, rng, value=0.5):
    return rng.random(shape) * value


@wrong("constant", lost=1, value="other constant")
def magnitude_only(shape, rng, value=0.5):
    return np.full(shape, abs(value))


@wrong("constant", lost=1.75, default="other constant", value="other constant")
def scaled_by_the_fan(shape, rng, value=0.5):
    return np.full(shape, value / fans(shape)[0])


@wrong("constant", lost=1.75, default="random constant", value="random constant")
def first_row_only(shape, rng, value=0.5):
    weights = np.zeros(shape)
    weights[0] = value
    return weights


@wrong("constant", lost=2, form="integers")
def integers_for_constant(shape, rng, value=0.5):
    return np.full(shape, value, dtype=int)


@wrong("constant", lost=2, form="float16")
def half_precision(shape, rng, value=0.5):
    return np.full(shape, value, dtype=np.float16)


@wrong("constant", lost=2, form="one number")
def one_number(shape, rng, value=0.5):
    return value


@wrong("constant", lost=2, form="object dtype")
def objects(shape, rng, value=0.5):
    return np.full(shape, value, dtype=object)
