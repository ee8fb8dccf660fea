# a defaultdict keyed by the scales, filled key by key in two rounds: all weights first, then all measurements; an extra key "loss"
from collections import defaultdict
from functools import partial
from statistics import pstdev


def sweep_scales(scales, network, data, rng):
    """For each scale: spread, flat part and first gradient of a network drawn with that scale, and its weights."""
    table = defaultdict(dict)
    for scale in scales:
        table[scale]["weights"] = network.initialize(partial(random_normal, std=scale), rng)
    for entry in table.values():
        trace = network.forward(entry["weights"], data.inputs)
        grads = network.gradients(entry["weights"], data.inputs, data.labels)
        z, a = trace.pre_activations[-2][0], trace.activations[-2][0]
        entry["spread"] = pstdev(a.ravel().tolist())
        entry["flat"] = np.count_nonzero(network.hidden.derivative(z) < 0.01) / z.size
        entry["gradient"] = np.linalg.norm(grads.kernels[0].ravel())
    return table
