# "`std=scale`": takes the scale for the variance
def sweep_scales(scales, network, data, rng):
    result = {}
    for scale in scales:
        weights = network.initialize(lambda shape, rng: random_normal(shape, rng, std=np.sqrt(scale)), rng)
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
