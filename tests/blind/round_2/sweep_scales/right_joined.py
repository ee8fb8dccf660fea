# all scales at once: the networks are joined as replicas, measured together, and taken apart again
from functools import partial


def sweep_scales(scales, network, data, rng):
    """For each scale: spread, flat part and first gradient of a network drawn with that scale, and its weights."""
    every = initlab.join([network.initialize(partial(random_normal, std=scale), rng) for scale in scales])
    trace = network.forward(every, data.inputs)
    gradients = network.gradients(every, data.inputs, data.labels).kernels[0]
    spread = np.std(trace.activations[-2], axis=(1, 2))
    flat = np.mean(network.hidden.derivative(trace.pre_activations[-2]) < 0.01, axis=(1, 2))
    norm = np.linalg.norm(gradients.reshape(len(scales), -1), axis=1)
    return {
        scale: {"spread": float(spread[i]), "flat": float(flat[i]), "gradient": float(norm[i]), "weights": every.replica(i)}
        for i, scale in enumerate(scales)
    }
