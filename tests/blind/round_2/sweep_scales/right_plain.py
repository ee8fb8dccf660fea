# the plain way, with a loop and a lambda
def sweep_scales(scales, network, data, rng):
    """For each scale: spread, flat part and first gradient of a network drawn with that scale, and its weights."""
    result = {}
    for scale in scales:
        weights = network.initialize(lambda shape, r: random_normal(shape, r, std=scale), rng)
        trace = network.forward(weights, data.inputs)
        slope = network.hidden.derivative(trace.pre_activations[-2])
        gradient = network.gradients(weights, data.inputs, data.labels).kernels[0]
        result[scale] = {
            "spread": trace.activations[-2].std(),
            "flat": (slope < 0.01).mean(),
            "gradient": np.sqrt((gradient**2).sum()),
            "weights": weights,
        }
    return result
