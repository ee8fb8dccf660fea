"""Q5: answers to `sweep_scales`; the notebook's `random_normal` is in the namespace."""

import copy
import statistics

import initlab
import numpy as np

from tests.bank.entry import right, wrong


def random_normal(shape, rng, std=0.05):
    return rng.normal(0.0, std, shape)


NAMESPACE = {"random_normal": random_normal}


def _measures(network, weights, data):
    trace = network.forward(weights, data.inputs)
    gradients = network.gradients(weights, data.inputs, data.labels)
    return {
        "spread": float(trace.activations[-2].std()),
        "flat": float((network.hidden.derivative(trace.pre_activations[-2]) < 0.01).mean()),
        "gradient": float(np.linalg.norm(gradients.kernels[0][0])),
        "weights": weights,
    }


def _sweep(scales, network, data, rng, **changes):
    results = {}
    for scale in scales:
        weights = network.initialize(lambda shape, rng, std=scale: random_normal(shape, rng, std), rng)
        result = _measures(network, weights, data)
        trace = network.forward(weights, data.inputs)
        results[scale] = result | {key: change(network, weights, data, trace) for key, change in changes.items()}
    return results


@right
def as_in_the_solution(scales, network, data, rng):
    results = {}
    for scale in scales:
        weights = network.initialize(lambda shape, rng, std=scale: random_normal(shape, rng, std), rng)
        trace = network.forward(weights, data.inputs)
        slopes = network.hidden.derivative(trace.pre_activations[-2])
        gradient = network.gradients(weights, data.inputs, data.labels).kernels[0]
        results[scale] = {
            "spread": float(trace.activations[-2].std()),
            "flat": float(np.mean(slopes < 0.01)),
            "gradient": float(np.sqrt(np.sum(gradient**2))),
            "weights": weights,
        }
    return results


@right
def backwards_with_numpy_keys_and_more_entries(scales, network, data, rng):
    results = _sweep(scales[::-1], network, data, rng, depth=lambda *_: 5)
    return {np.float64(scale): result for scale, result in results.items()}


@right
def in_float32(scales, network, data, rng):
    return {
        scale: _measures(
            network, network.initialize(lambda s, r, k=scale: random_normal(s, r, k), rng, dtype=np.float32), data
        )
        for scale in scales
    }


@wrong(lost=0.5, fails={"spread": "root mean square"}, says="root mean square")
def root_mean_square(scales, network, data, rng):
    return _sweep(scales, network, data, rng, spread=lambda n, w, d, t: np.sqrt(np.mean(t.activations[-2] ** 2)))


@wrong(lost=0.5, fails={"spread": "not the last hidden layer"}, says="output layer")
def spread_of_the_output(scales, network, data, rng):
    return _sweep(scales, network, data, rng, spread=lambda n, w, d, t: t.activations[-1].std())


@wrong(lost=0.5, fails={"spread": "variance, not std"}, says="variance")
def variance_for_spread(scales, network, data, rng):
    return _sweep(scales, network, data, rng, spread=lambda n, w, d, t: t.activations[-2].var())


@wrong(lost=0.5, fails={"flat": "slope at the activations"}, says="at the activations")
def slope_at_the_activations(scales, network, data, rng):
    def flat(network, weights, data, trace):
        return np.mean(network.hidden.derivative(trace.activations[-2]) < 0.01)

    return _sweep(scales, network, data, rng, flat=flat)


@wrong(lost=0.5, fails={"flat": "activations, not slopes"}, says="not of slopes")
def small_activations(scales, network, data, rng):
    return _sweep(scales, network, data, rng, flat=lambda n, w, d, t: np.mean(t.activations[-2] < 0.01))


@wrong(lost=1, fails={"gradient": "another layer"}, says="last kernel")
def gradient_of_the_wrong_layer(scales, network, data, rng):
    def gradient(network, weights, data, trace):
        return np.linalg.norm(network.gradients(weights, data.inputs, data.labels).kernels[-1])

    return _sweep(scales, network, data, rng, gradient=gradient)


@wrong(lost=1, fails={"gradient": "mean, not norm"}, says="mean size")
def mean_for_norm(scales, network, data, rng):
    def gradient(network, weights, data, trace):
        return np.abs(network.gradients(weights, data.inputs, data.labels).kernels[0]).mean()

    return _sweep(scales, network, data, rng, gradient=gradient)


@wrong(lost=1, fails={"weights": "initializer on a part only"}, says="every layer")
def first_layer_only(scales, network, data, rng):
    return {
        scale: _measures(
            network,
            network.initialize(
                [lambda s, r, k=scale: random_normal(s, r, k), *[random_normal] * (len(network.shapes) - 1)], rng
            ),
            data,
        )
        for scale in scales
    }  # fmt: skip


@wrong(lost=1, fails={"weights": "initializer on a part only"}, says="output layer's kernel")
def output_layer_at_its_default(scales, network, data, rng):
    def initializers(scale):
        return [lambda s, r: random_normal(s, r, scale)] * (len(network.shapes) - 1) + [random_normal]

    return {scale: _measures(network, network.initialize(initializers(scale), rng), data) for scale in scales}


@wrong(lost=1, fails={"weights": "variance as std"}, says="variance given as std")
def variance_as_std(scales, network, data, rng):
    return {
        scale: _measures(network, network.initialize(lambda s, r, k=scale: r.normal(0, k**2, s), rng), data)
        for scale in scales
    }


@wrong(lost=1, fails={"weights": "argument ignored"}, says="is it the default")
def scale_ignored(scales, network, data, rng):
    return {scale: _measures(network, network.initialize(random_normal, rng), data) for scale in scales}


@wrong(
    lost=3,
    fails={"weights": "missing entry", "spread": "missing entry", "flat": "missing entry", "gradient": "missing entry"},
    says="no entry",
)
def list_positions_as_keys(scales, network, data, rng):
    return dict(enumerate(_sweep(scales, network, data, rng).values()))


@wrong(lost=1, fails={"weights": "seed reset inside"}, says="hand `rng` on")
def one_seed_for_every_scale(scales, network, data, rng):
    return {scale: _sweep([scale], network, data, np.random.default_rng(0))[scale] for scale in scales}


@wrong(lost=1, fails={"weights": "generator ignored"}, says="do not come from `rng`")
def weights_from_nowhere(scales, network, data, rng):
    return _sweep(scales, network, data, np.random.default_rng())


@wrong(lost=1, fails={"weights": "generator ignored"}, says="do not come from `rng`")
def only_the_initializer_gets_another(scales, network, data, rng):
    results = {}
    for scale in scales:
        elsewhere = np.random.default_rng()
        start = network.initialize(lambda shape, _, std=scale, rng=elsewhere: random_normal(shape, rng, std), rng)
        results[scale] = _measures(network, start, data)
    return results


@wrong(lost=1, fails={"weights": "generator not moved on"}, says="only multiplied")
def same_draws_for_every_scale(scales, network, data, rng):
    """Fairer, one may think; but `rng` is to go on from scale to scale."""
    seed = int(rng.integers(2**31))
    return {
        scale: _measures(
            network,
            network.initialize(lambda s, r, k=scale: random_normal(s, r, std=k), np.random.default_rng(seed)),
            data,
        )
        for scale in scales
    }


@wrong(lost=1, fails={"weights": "generator not moved on"}, says="only multiplied")
def one_drawn_network_multiplied(scales, network, data, rng):
    unit = network.initialize(lambda shape, rng: random_normal(shape, rng, std=1.0), rng)
    times = {scale: initlab.Weights(tuple(scale * k for k in unit.kernels), unit.biases) for scale in scales}
    return {scale: _measures(network, weights, data) for scale, weights in times.items()}


@wrong(lost=1, fails={"weights": "generator not moved on"}, says="had not gone on")
def copied_once_before_the_loop(scales, network, data, rng):
    return _sweep(scales, network, data, copy.deepcopy(rng))


@wrong(lost=1, fails={"weights": "generator not moved on"}, says="had not gone on")
def a_new_generator_seeded_for_each_scale(scales, network, data, rng):
    seeds = rng.integers(2**31, size=len(scales)).tolist()
    pairs = zip(scales, seeds, strict=True)
    return {scale: _sweep([scale], network, data, np.random.default_rng(seed))[scale] for scale, seed in pairs}


@wrong(lost=0.5, fails={"spread": "divided by one less"}, says="one less than the number of values")
def with_ddof(scales, network, data, rng):
    def spread(network, weights, data, trace):
        return statistics.stdev(trace.activations[-2].ravel().tolist())

    return _sweep(scales, network, data, rng, spread=spread)


@wrong(lost=0.5, fails={"flat": "limit counted as flat"}, says="not below it")
def flat_unless_above_the_limit(scales, network, data, rng):
    def flat(network, weights, data, trace):
        return 1 - np.mean(network.hidden.derivative(trace.pre_activations[-2]) > 0.01)

    return _sweep(scales, network, data, rng, flat=flat)


@wrong(lost=1, fails={"gradient": "part of the data"}, says="the first 32 samples")
def gradient_of_the_first_batch(scales, network, data, rng):
    def gradient(network, weights, data, trace):
        return np.linalg.norm(network.gradients(weights, data.inputs[:32], data.labels[:32]).kernels[0])

    return _sweep(scales, network, data, rng, gradient=gradient)


@wrong(
    lost=2,
    fails={"spread": "part of the data", "flat": "part of the data", "gradient": "part of the data"},
    says="the first 500 samples",
)
def five_hundred_samples_at_most(scales, network, data, rng):
    return _sweep(scales, network, data.take(np.arange(min(500, len(data)))), rng)


@wrong(lost=1, fails={"spread": "wrong spread", "flat": "wrong fraction"}, says="with the weights you returned")
def fourth_layer_whatever_the_network(scales, network, data, rng):
    def spread(network, weights, data, trace):
        return trace.activations[3 if len(trace.activations) > 4 else 0].std()

    def flat(network, weights, data, trace):
        return np.mean(network.hidden.derivative(trace.pre_activations[3 if len(trace.activations) > 4 else 0]) < 0.01)

    return _sweep(scales, network, data, rng, spread=spread, flat=flat)
