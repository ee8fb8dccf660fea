# "`std=scale`": the initializers are made first, and all of these lambdas see the last scale
def sweep_scales(scales, network, data, rng):
    initializers = [lambda shape, rng: random_normal(shape, rng, std=scale) for scale in scales]
    result = {}
    for scale, initializer in zip(scales, initializers):
        weights = network.initialize(initializer, rng)
        trace = network.forward(weights, data.inputs)
        gradients = network.gradients(weights, data.inputs, data.labels)
        slopes = network.hidden.derivative(trace.pre_activations[-2])
        result[scale] = {
            "spread": float(np.std(trace.activations[-2])),
            "flat": float(np.mean(slopes < 0.01)),
            "gradient": float(np.linalg.norm(gradients.kernels[0])),
            "weights": weights,
        }
    return result
