# one network.initialize with a replica per scale, one forward and one backward pass for all; weights are views of it
from itertools import count


def sweep_scales(scales, network, data, rng):
    """For each scale: spread, flat part and first gradient of a network drawn with that scale, and its weights."""
    scales = list(scales)
    calls = count()
    layers = len(network.widths) - 1
    weights = network.initialize(
        lambda shape, generator: random_normal(shape, generator, std=scales[next(calls) // layers]),
        rng,
        replicas=len(scales),
    )
    trace = network.forward(weights, data.inputs)
    kernels = network.gradients(weights, data.inputs, data.labels).kernels
    spreads = trace.activations[-2].std(axis=(1, 2))
    flats = (network.hidden.derivative(trace.pre_activations[-2]) < 0.01).mean(axis=(1, 2))
    norms = np.sqrt((kernels[0] ** 2).sum(axis=(1, 2)))
    return {
        scale: {"spread": spreads[i], "flat": flats[i], "gradient": norms[i], "weights": weights.replica(i)}
        for i, scale in enumerate(scales)
    }
