# breaks "that layer's pre-activations": the slope is taken at the activations
def sweep_scales(scales, network, data, rng):
    """For each scale: spread, flat part and first gradient of a network drawn with that scale, and its weights."""
    found = {}
    for scale in scales:
        weights = network.initialize(lambda shape, r: random_normal(shape, r, std=scale), rng)
        trace = network.forward(weights, data.inputs)
        gradients = network.gradients(weights, data.inputs, data.labels)
        found[scale] = {
            "spread": float(trace.activations[-2].std()),
            "flat": float((network.hidden.derivative(trace.activations[-2]) < 0.01).mean()),
            "gradient": float(np.linalg.norm(gradients.kernels[0])),
            "weights": weights,
        }
    return found
