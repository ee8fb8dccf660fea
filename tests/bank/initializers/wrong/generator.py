"""Right laws with the generator used wrongly."""

import copy
import math
import random

import numpy as np
from scipy import special

from tests.bank.initializers.entry import fans, wrong

_CACHE: dict = {}
_BUFFERS: dict = {}


@wrong("he_normal", lost=0.25, generator="global random state")
def legacy_global_generator(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    return np.random.randn(*shape) * std


@wrong("xavier_uniform", lost=0.25, generator="global random state")
def global_generator_seeded_from_rng(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    np.random.seed(rng.integers(2**32))
    return np.random.uniform(-limit, limit, shape)


@wrong("random_normal", lost=0.25, generator="global random state")
def global_state_touched_besides(shape, rng, std=0.05):
    np.random.rand()
    return rng.normal(0, std, shape)


@wrong("he_normal", lost=0.25, generator="global random state")
def standard_library_touched(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    random.random()
    return rng.normal(0, std, shape)


@wrong("lecun_normal", lost=0.25, generator="generator ignored")
def fresh_generator(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return np.random.default_rng().normal(0, std, shape)


@wrong("he_uniform", lost=0.25, generator="generator ignored")
def fresh_random_state(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    return np.random.RandomState().uniform(-limit, limit, shape)


@wrong("xavier_normal", lost=0.25, generator="seed reset inside")
def fixed_seed_for_xavier_normal(shape, rng):
    std = math.sqrt(2 / sum(fans(shape)))
    rng = np.random.default_rng(42)
    return rng.normal(0, std, shape)


@wrong("he_normal", lost=0.25, generator="seed reset inside")
def fixed_global_seed(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    np.random.seed(0)
    return np.random.randn(*shape) * std


@wrong("random_uniform", lost=0.25, generator="seed reset inside")
def fixed_seed_for_random_uniform(shape, rng, limit=0.05):
    return np.random.default_rng(1).uniform(-limit, limit, shape)


@wrong("lecun_normal", lost=0.25, generator="generator not moved on")
def copied_generator(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return copy.deepcopy(rng).normal(0, std, shape)


@wrong("xavier_uniform", lost=0.25, generator="generator not moved on")
def state_put_back(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    state = rng.bit_generator.state
    weights = rng.uniform(-limit, limit, shape)
    rng.bit_generator.state = state
    return weights


@wrong("he_uniform", lost=0.25, generator="generator not moved on")
def seeded_by_the_state(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    seed = rng.bit_generator.state["state"]["state"]
    return np.random.default_rng(seed).uniform(-limit, limit, shape)


@wrong("random_normal", lost=0.25, generator="seed reset inside")
def cached_by_shape(shape, rng, std=0.05):
    if (shape, std) not in _CACHE:
        if len(_CACHE) > 20:
            _CACHE.clear()
        _CACHE[shape, std] = rng.normal(0, std, shape)
    return _CACHE[shape, std]


@wrong("he_normal", lost=0.25, generator="shared buffer")
def one_buffer_for_all(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    if shape not in _BUFFERS and len(_BUFFERS) > 20:
        _BUFFERS.clear()
    weights = _BUFFERS.setdefault(shape, np.empty(shape))
    weights[...] = rng.normal(0, std, shape)
    return weights


@wrong("xavier_normal", lost=0.5, independence="draws used twice")
def advanced_by_one_for_xavier_normal(shape, rng):
    std = math.sqrt(2 / sum(fans(shape)))
    weights = np.random.Generator(copy.deepcopy(rng.bit_generator)).uniform(-1, 1, shape)
    rng.random()
    return special.ndtri((weights + 1) / 2) * std


@wrong("random_uniform", lost=0.5, independence="draws used twice")
def advanced_by_one_for_random_uniform(shape, rng, limit=0.05):
    weights = copy.deepcopy(rng).uniform(-limit, limit, shape)
    rng.random()
    return weights
