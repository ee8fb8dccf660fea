# "which is a dictionary again": a tuple of the four values
def sweep_scales(scales, network, data, rng):
    result = {}
    for scale in scales:
        weights = network.initialize(lambda shape, rng: random_normal(shape, rng, std=scale), rng)
        trace = network.forward(weights, data.inputs)
        gradients = network.gradients(weights, data.inputs, data.labels)
        slopes = network.hidden.derivative(trace.pre_activations[-2])
        result[scale] = (
            float(np.std(trace.activations[-2])),
            float(np.mean(slopes < 0.01)),
            float(np.linalg.norm(gradients.kernels[0])),
            weights,
        )
    return result
