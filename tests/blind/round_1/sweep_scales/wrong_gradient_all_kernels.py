# "for the **first** kernel": for all kernels together
def sweep_scales(scales, network, data, rng):
    result = {}
    for scale in scales:
        weights = network.initialize(lambda shape, rng: random_normal(shape, rng, std=scale), rng)
        trace = network.forward(weights, data.inputs)
        gradients = network.gradients(weights, data.inputs, data.labels)
        slopes = network.hidden.derivative(trace.pre_activations[-2])
        result[scale] = {
            "spread": float(np.std(trace.activations[-2])),
            "flat": float(np.mean(slopes < 0.01)),
            "gradient": float(np.sqrt(sum(np.sum(k**2) for k in gradients.kernels))),
            "weights": weights,
        }
    return result
