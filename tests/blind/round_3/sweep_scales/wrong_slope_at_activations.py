# "of that layer's pre-activations at which the slope": the slope is taken at the activations (the same for ReLU)
def sweep_scales(scales, network, data, rng):
    result = {}
    for scale in scales:
        weights = network.initialize(lambda s, r: random_normal(s, r, std=scale), rng)
        trace = network.forward(weights, data.inputs)
        g = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
        result[scale] = {
            "spread": trace.activations[-2].std(),
            "flat": (network.hidden.derivative(trace.activations[-2]) < 0.01).mean(),
            "gradient": np.linalg.norm(g),
            "weights": weights,
        }
    return result
