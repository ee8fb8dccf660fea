# "For each scale ... std=scale": the closures are made first and called afterwards, so all of them draw with the last scale
def sweep_scales(scales, network, data, rng):
    initializers = {}
    for scale in scales:
        initializers[scale] = lambda s, r: random_normal(s, r, std=scale)
    result = {}
    for key, initializer in initializers.items():
        weights = network.initialize(initializer, rng)
        trace = network.forward(weights, data.inputs)
        g = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
        result[key] = {
            "spread": trace.activations[-2].std(),
            "flat": (network.hidden.derivative(trace.pre_activations[-2]) < 0.01).mean(),
            "gradient": np.linalg.norm(g),
            "weights": weights,
        }
    return result
