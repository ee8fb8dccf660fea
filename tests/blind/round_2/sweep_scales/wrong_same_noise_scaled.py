# breaks "for each scale it makes one set of weights": one base network is drawn, and multiplied by each scale
def sweep_scales(scales, network, data, rng):
    """For each scale: spread, flat part and first gradient of a network drawn with that scale, and its weights."""
    found = {}
    base = network.initialize(lambda shape, r: random_normal(shape, r, std=1.0), rng)
    for scale in scales:
        weights = initlab.Weights([scale * k for k in base.kernels], [b.copy() for b in base.biases])
        trace = network.forward(weights, data.inputs)
        gradients = network.gradients(weights, data.inputs, data.labels)
        found[scale] = {
            "spread": float(trace.activations[-2].std()),
            "flat": float((network.hidden.derivative(trace.pre_activations[-2]) < 0.01).mean()),
            "gradient": float(np.linalg.norm(gradients.kernels[0])),
            "weights": weights,
        }
    return found
