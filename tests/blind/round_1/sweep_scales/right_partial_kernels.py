# functools.partial; measured by a helper; NumPy scalars; keys are the elements of the list
from functools import partial


def measure(network, weights, data):
    trace = network.forward(weights, data.inputs)
    z, a = trace.pre_activations[-2][0], trace.activations[-2][0]
    g = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
    return {
        "spread": a.std(),
        "flat": (network.hidden.derivative(z) < 0.01).mean(),
        "gradient": np.sqrt((g**2).sum()),
        "weights": weights,
    }


def sweep_scales(scales, network, data, rng):
    return {
        scale: measure(network, network.initialize(partial(random_normal, std=scale), rng), data) for scale in scales
    }
